/**
 * Kinds that only their own room shows, to whom that room lets read them: a complaint is not for whom it is about,
 * a check not for whose work is looked at, a vote not for everybody of the street. History, print and export of a
 * file leave them out.
 */
const APART: readonly string[] = ['complaint', 'check', 'opinion']

export const isApart = (kind: string): boolean => APART.includes(kind)
