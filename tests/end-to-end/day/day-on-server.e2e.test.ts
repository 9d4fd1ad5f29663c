import { tellTheDay } from './story.ts'

tellTheDay('server')
