import { createHash, randomUUID } from 'node:crypto'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { AppEnv, AppVariables } from './app-env.ts'
import { callerOf } from './caller.ts'
import { httpMessages } from './http-messages.ts'
import { pageStyle } from './page-style.ts'
import { TooLarge } from './problem.ts'
import { languageOf } from './text.ts'

export type RequestDependencies = Pick<AppVariables, 'db' | 'readDb' | 'engine' | 'now' | 'access'> & {
  /** A proxy of ours stands in front: the caller's address is the one that it says. */
  readonly trustsProxy: boolean
}

/** Gives every handler what it depends on, and every answer the number under which it is found in the log. */
export function provide(dependencies: RequestDependencies, logger: Logger) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedMs = performance.now()
    const requestId = randomUUID()
    c.set('db', dependencies.db)
    c.set('readDb', dependencies.readDb)
    c.set('engine', dependencies.engine)
    c.set('now', dependencies.now)
    c.set('access', dependencies.access)
    c.set('requestId', requestId)
    c.set('caller', callerOf(c, dependencies.trustsProxy))
    c.set('language', languageOf(c.req.header('accept-language')))
    c.header('x-request-id', requestId)
    await next()
    const durationMs = Math.round(performance.now() - startedMs)
    logger.info(
      { requestId, method: c.req.method, path: c.req.path, status: c.res.status, durationMs },
      'request',
    )
  })
}

function limitedTo(limitKb: number) {
  return bodyLimit({
    maxSize: limitKb * 1024,
    onError: () => {
      throw new TooLarge(httpMessages.bodyTooLarge(limitKb))
    },
  })
}

const limitUsual = limitedTo(1024)
/** The drawn lines of a road have up to 50,000 vertices of some 25 bytes. */
const limitLines = limitedTo(4096)
const linesPath = /^\/api\/roads\/[^/]+\/sections$/
/** Files go straight to the disk, which refuses what is more than 200 MB; the rest is the multipart frame. */
const limitUpload = limitedTo(201 * 1024)
const uploadPath = /^\/api\/imports\/?$/
/** 25 MB a photo, counted as it arrives; the rest is the multipart frame. */
const limitPhoto = limitedTo(26 * 1024)
const photoUploadPath = /^\/api\/(hazards|facilities)\/[^/]+\/photos\/?$/

function limitOf(path: string) {
  if (uploadPath.test(path)) return limitUpload
  if (photoUploadPath.test(path)) return limitPhoto
  return linesPath.test(path) ? limitLines : limitUsual
}

export const limitBody = createMiddleware<AppEnv>((c, next) => limitOf(c.req.path)(c, next))

/** What the API answers is about people and their work: no browser and no proxy keeps it, unless a path says otherwise. */
export const keepPrivate = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
})

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Nothing is loaded from another host, no page of ours is framed, and no style or script written into a page is run but
 * the one of the documentation. What the map and the lists set on elements goes through the object model, which is free.
 */
const protectOurPage = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", hashOf(pageStyle)],
    imgSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
  permissionsPolicy: {
    geolocation: ['self'],
    camera: ['self'],
    microphone: [],
    payment: [],
    usb: [],
    midi: [],
    displayCapture: [],
  },
  crossOriginOpenerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'same-origin',
})

/** What somebody uploaded is only looked at: were it ever opened as a page, it could do nothing at all. */
const protectUploaded = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], sandbox: [], frameAncestors: ["'none'"] },
  strictTransportSecurity: false,
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
})
const uploadedPath = /^\/api\/photos\//

export const protectPage = createMiddleware<AppEnv>((c, next) =>
  (uploadedPath.test(c.req.path) ? protectUploaded : protectOurPage)(c, next),
)
