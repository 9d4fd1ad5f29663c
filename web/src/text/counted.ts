/** English tells one from several: "1 accident", "2 accidents", "2 facilities". */
export const counted = (count: number, one: string, several = `${one}s`) =>
  `${count} ${count === 1 ? one : several}`
