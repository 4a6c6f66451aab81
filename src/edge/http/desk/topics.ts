/** What open consoles listen to: the bell carries no content, so the topic says it all. */

/** The queue of a district; with a street when the change is known to be only there. */
export const queueTopic = (district: string, street?: string) =>
  street === undefined ? `queue:${district}` : `queue:${district}/${street}`

export const caseTopic = (district: string, number: string) => `case:${district}/${number}`

export const alertTopic = (district: string) => `alerts:${district}`

export const noticeTopic = (district: string) => `notices:${district}`

export const presenceTopic = (district: string, number: string) => `presence:${district}/${number}`
