import { isIP } from 'node:net'
import type { Context } from 'hono'
import { deviceOf } from './device.ts'

/** Where a request comes from: kept with whatever it changes, reads or takes away. */
export interface Caller {
  readonly address?: string
  readonly device?: string
}

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

/** An address of IPv4 that came through an IPv6 socket is written as what it is. */
const plainAddress = (text: string | undefined): string | undefined => {
  const address = text?.trim().replace(/^::ffff:(?=\d+\.)/i, '')
  return address && isIP(address) ? address : undefined
}

/** Anybody may write this header; only the last address in it comes from our own proxy. */
const addressFromProxy = (c: Context) => plainAddress(c.req.header('x-forwarded-for')?.split(',').at(-1))

export function callerOf(c: Context, trustsProxy: boolean): Caller {
  const socket = (c.env as NodeBindings | undefined)?.incoming?.socket
  const address = (trustsProxy ? addressFromProxy(c) : undefined) ?? plainAddress(socket?.remoteAddress)
  const device = deviceOf(c.req.header('user-agent'))
  return { ...(address ? { address } : {}), ...(device ? { device } : {}) }
}
