import type { Context } from 'hono'

/** Our own page reads GeoJSON to draw it; anybody else who asks for it takes it away. Only browsers send this header. */
export const isShownOnPage = (c: Context): boolean =>
  c.req.header('sec-fetch-site') === 'same-origin' && c.req.header('sec-fetch-dest') === 'empty'
