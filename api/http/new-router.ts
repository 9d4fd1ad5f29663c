import { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'

export function newRouter() {
  return new Hono<AppEnv>()
}
