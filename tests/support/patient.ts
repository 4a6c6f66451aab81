/** `expect.poll` gives up after a second: too soon where a browser and a house share two cores with others. */
export const PATIENT = { timeout: 10_000 }
