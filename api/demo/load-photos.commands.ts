import type { Trx } from '../db/tables.ts'
import { photoStages } from '../hazards/photos/photo-stages.ts'
import { insertInBulk } from './demo.queries.ts'
import { demoPhotoName } from './demo-photos.ts'
import { demoCamera, type DrawnPhoto } from './draw-photos.commands.ts'
import { photoColumns, photoFileColumns } from './photo-columns.ts'
import { sceneSize } from './photo-scene.ts'

const fileRow = ({ photo, sha256, bytes }: DrawnPhoto) => ({
  ...{ sha256, media_type: 'image/jpeg', bytes, ...sceneSize, camera: demoCamera },
  taken_at: photo.takenAt.toISOString(),
  taken_point: photo.point ? { type: 'Point', coordinates: photo.point } : null,
  stored_at: photo.at.toISOString(),
})

const photoRow = ({ photo, sha256 }: DrawnPhoto) => ({
  ...{ id: photo.id, hazard_id: photo.hazardId, stage: photo.stage, sha256, findings: [] },
  file_name: demoPhotoName(photo),
  caption: `演示照片（绘制）：${photoStages[photo.stage].zh}`,
  at: photo.at.toISOString(),
  ...{ actor_id: photo.by.id, actor_name: photo.by.displayName },
})

/** A picture that two tickets show has one row of its own. */
export async function insertPhotos(trx: Trx, drawn: readonly DrawnPhoto[]): Promise<void> {
  const own = drawn.filter(({ photo }) => photo.sameAsItem === undefined)
  await insertInBulk(trx, 'photo_file', photoFileColumns, own.map(fileRow))
  await insertInBulk(trx, 'hazard_photo', photoColumns, drawn.map(photoRow))
}
