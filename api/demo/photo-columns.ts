export const photoFileColumns = {
  sha256: 'text',
  media_type: 'text',
  bytes: 'integer',
  width: 'integer',
  height: 'integer',
  taken_at: 'timestamptz',
  taken_point: 'geometry',
  camera: 'text',
  stored_at: 'timestamptz',
} as const

export const photoColumns = {
  id: 'uuid',
  hazard_id: 'uuid',
  stage: 'text',
  sha256: 'text',
  file_name: 'text',
  caption: 'text',
  findings: 'jsonb',
  at: 'timestamptz',
  actor_id: 'uuid',
  actor_name: 'text',
} as const
