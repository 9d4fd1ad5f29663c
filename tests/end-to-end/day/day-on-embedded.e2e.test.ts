import { tellTheDay } from './story.ts'

tellTheDay('embedded')
