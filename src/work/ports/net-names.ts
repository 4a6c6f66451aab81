/**
 * What a resident calls himself on the platform (网名), for advisers alone. Null: the platform does not tell, or has
 * not answered yet.
 */
export type NetNameOf = (conversation: string) => Promise<string | null>
