import { Readable } from 'node:stream'
import { describeRoute } from 'hono-openapi'
import { requirePermission } from '../../auth/require-permission.ts'
import { actingOf } from '../../http/acting.ts'
import { newRouter } from '../../http/new-router.ts'
import { validate } from '../../http/validate.ts'
import { PhotoFileQuery, type PhotoSize } from './hazard-photo.schema.ts'
import { confirmReading, openPhoto, type PhotoFileServices } from './photo-file.commands.ts'

/**
 * The bytes behind a hash never change, so a small one is asked for once. An original is asked about each time, so that
 * each reading is seen; a copy carries the time it was made and is never kept.
 */
const caching: Readonly<Record<PhotoSize, string>> = {
  thumbnail: 'private, max-age=31536000, immutable',
  preview: 'private, max-age=31536000, immutable',
  original: 'private, no-cache',
  export: 'private, no-store',
  masked: 'private, no-store',
}
const isCopy = (size: PhotoSize) => size === 'export' || size === 'masked'

export function photoFileRoutes(services: PhotoFileServices) {
  return newRouter().get(
    '/:sha256',
    describeRoute({
      summary:
        '照片文件：原件、预览、缩略图、带水印的内部副本（export）和对外副本（masked） · A photo’s bytes',
      tags: ['photos'],
      responses: { 200: { description: '照片 · The photo', content: { 'image/*': {} } } },
    }),
    requirePermission('business:read'),
    validate('query', PhotoFileQuery),
    async (c) => {
      const { size, hazard, facility } = c.req.valid('query')
      const asked = { sha256: c.req.param('sha256'), size, hazard, facility }
      const acting = actingOf(c)
      const etag = `"${asked.sha256}-${size}"`
      if (!isCopy(size)) c.header('etag', etag)
      c.header('cache-control', caching[size])
      if (!isCopy(size) && c.req.header('if-none-match') === etag) {
        await confirmReading(c.var.db, services, asked, acting)
        return c.body(null, 304)
      }
      const file = await openPhoto(c.var.db, services, asked, acting)
      return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, {
        'content-type': file.mediaType,
        'content-length': String(file.bytes),
        'content-disposition': `attachment; filename="${file.name}"`,
      })
    },
  )
}
