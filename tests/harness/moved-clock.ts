/**
 * Loaded into a service before its own code: the day it believes in is moved when the test says so.
 * Needs nothing around it, because a page of the browser runs the same source.
 */
export function moveDates(movedByMs: () => number): void {
  const RealDate = Date
  const present = () => RealDate.now() + movedByMs()
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: unknown[]) =>
      Reflect.construct(target, given.length > 0 ? given : [present()]) as Date,
    get: (target, key) => (key === 'now' ? present : (Reflect.get(target, key) as unknown)),
  })
}

/** A service has a line to the test that started it; a page and the test itself have none. */
if (process.env['CLOCK_MAY_MOVE'] && process.channel) {
  let movedBy = 0
  moveDates(() => movedBy)
  process.on('message', (movedByMs: number) => {
    movedBy = movedByMs
    process.send?.('moved')
  })
  process.channel.unref()
}
