import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '../../../core/errors.ts'
import { readCookie, writeCookie } from '../cookies.ts'
import type { Gate } from '../parts.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import type { Talking } from './talks.ts'

export const CHAT_COOKIE = 'hearth'

/** 30 days in seconds: as long as an unfinished request keeps its answers. */
const KEPT = 30 * 24 * 60 * 60

/** The conversation of a call: by bearer token, or by the page's cookie from our own pages only. */
export async function mustTalk(request: FastifyRequest, gate: Gate): Promise<Talking> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer === undefined) mustBeSameOrigin(request)
  const token = bearer ?? readCookie(request, CHAT_COOKIE)
  const talking = token === undefined ? null : await gate.talks.find(token)
  if (!talking || isOther(request, talking)) throw problem('not_signed_in')
  return talking
}

/** A page left open, while another tab forgot its talk: words for one never go into the other. */
function isOther(request: FastifyRequest, talking: Talking): boolean {
  const { talk } = request.query as { readonly talk?: string }
  return talk !== undefined && talk !== talking.id
}

/**
 * Lax, so that a link from WeChat or a QR code finds the conversation again. In a frame of another
 * site browsers send no such cookie: there it is partitioned, one for each site that shows the chat.
 */
export function keepTalking(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const framed = request.headers['sec-fetch-dest'] === 'iframe' && request.protocol === 'https'
  const reach = framed ? ({ sameSite: 'none', partitioned: true } as const) : LAX
  writeCookie(request, reply, { name: CHAT_COOKIE, value: token, maxAge: KEPT, ...reach })
}

const LAX = { sameSite: 'lax' } as const
