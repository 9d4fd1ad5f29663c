import { fork, type ChildProcess } from 'node:child_process'
import { startOf } from '../db/start-of.ts'
import { photoLimits } from './photo-limits.ts'
import type { StudioAnswer, StudioTask } from './studio-protocol.ts'

/** Gives `unreadable` where the work took too long or brought the studio down. */
export type Studio = (task: StudioTask) => Promise<StudioAnswer>

const startModule = startOf('studio.worker', import.meta.url)
const givenUp: StudioAnswer = { kind: 'refused', why: 'unreadable' }

function openStudio(): ChildProcess {
  const child = fork(startModule, { execArgv: ['--max-old-space-size=512'], stdio: 'ignore' })
  child.on('error', () => child.kill('SIGKILL'))
  return child
}

/** It waits for its next photo without keeping the service from stopping. */
function hold(child: ChildProcess, isHeld: boolean): void {
  if (isHeld) child.ref()
  else child.unref()
  const channel = child.channel as { ref(): void; unref(): void } | null | undefined
  if (isHeld) channel?.ref()
  else channel?.unref()
}

function ask(child: ChildProcess, task: StudioTask, workMs: number): Promise<StudioAnswer> {
  return new Promise((done) => {
    const end = (answer: StudioAnswer) => {
      clearTimeout(timer)
      child.off('message', end).off('exit', onExit)
      hold(child, false)
      done(answer)
    }
    const onExit = () => end(givenUp)
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      end(givenUp)
    }, workMs)
    child.on('message', end).on('exit', onExit)
    hold(child, true)
    child.send(task)
  })
}

const isUsable = (child: ChildProcess) => child.connected && child.exitCode === null && !child.killed

/**
 * Pictures are opened in a process of their own, one at a time: decoders are native code that reads what strangers
 * made, and a bomb costs that process, not the service.
 */
export function newStudio(workMs: number = photoLimits.workMs): Studio {
  let child: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  const run = (task: StudioTask) => {
    if (!child || !isUsable(child)) child = openStudio()
    return ask(child, task, workMs)
  }
  return (task) => {
    const answer = last.then(() => run(task))
    last = answer.catch(() => undefined)
    return answer
  }
}
