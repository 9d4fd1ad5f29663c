import { join } from 'node:path'
import { newFolderStore } from './folder-store.commands.ts'
import type { PhotoStore } from './photo-store.ts'
import { newS3Store } from './s3-store.commands.ts'
import type { S3Settings } from './store-settings.ts'

/** Where photos arrive and are worked on, before they are kept. */
export const arrivalFolder = (dataFolder: string) => join(dataFolder, 'photo-arrivals')

export const openPhotoStore = (dataFolder: string, s3?: S3Settings): PhotoStore =>
  s3 ? newS3Store(s3) : newFolderStore(join(dataFolder, 'photos'), arrivalFolder(dataFolder))
