/**
 * exp, log and cos in additions and multiplications alone. The language leaves the last digit of its own ones to each
 * engine, and engines differ: a result that is signed with its hash may not depend on where it was worked out.
 * Errors stay within one unit in the last place of a double, two for log1p.
 */
const bits = new DataView(new ArrayBuffer(8))

/** 2 to a whole power between -1022 and 1023, exactly. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}

// ln 2 in two parts; the first has its last 21 bits empty, so that whole multiples of it are exact.
const ln2High = 6.9314718036912381649e-1
const ln2Low = 1.90821492927058770002e-10

/** 1, 1/1!, 1/2! … 1/17!, last first. */
const expSeries = Array.from({ length: 18 }, (_, i) => {
  let factorial = 1
  for (let k = 2; k <= 17 - i; k++) factorial *= k
  return 1 / factorial
})

export function exp(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  const twos = Math.round(x / (ln2High + ln2Low))
  const high = x - twos * ln2High
  const rest = high - twos * ln2Low
  // e^rest = 1 + rest + rest² · tail: the large parts are added last, where they lose least.
  let tail = 0
  for (let i = 0; i <= 15; i++) tail = tail * rest + expSeries[i]!
  const lost = high - rest - twos * ln2Low
  const power = 1 + (rest + (rest * rest * tail + lost))
  const half = Math.trunc(twos / 2)
  return power * powerOfTwo(half) * powerOfTwo(twos - half)
}

const smallestNormal = 2.2250738585072014e-308
const rootOfHalf = Math.SQRT1_2

export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN
  if (x === 0) return -Infinity
  if (x === Infinity) return Infinity
  if (x < smallestNormal) return log(x * 18014398509481984) - 54 * (ln2High + ln2Low)
  bits.setFloat64(0, x)
  const head = bits.getUint32(0)
  let exponent = (head >>> 20) - 1022
  bits.setUint32(0, (head & 0x000fffff) | 0x3fe00000)
  let share = bits.getFloat64(0)
  if (share < rootOfHalf) {
    share *= 2
    exponent -= 1
  }
  // log((1 + s) / (1 - s)) = 2 (s + s³/3 + s⁵/5 …), with s below 0.172.
  const f = share - 1
  const s = f / (2 + f)
  const square = s * s
  let series = 0
  for (let odd = 23; odd >= 3; odd -= 2) series = (series + 2 / odd) * square
  // 2 s = f - s f, of which f is exact.
  return exponent * ln2High + (f - (s * (f - series) - exponent * ln2Low))
}

/** log(1 + x), also where 1 + x drops the digits of a small x (Kahan). */
export function log1p(x: number): number {
  const sum = 1 + x
  if (sum === 1) return x
  return sum === Infinity ? Infinity : (log(sum) * x) / (sum - 1)
}

/** Of an angle from 0 to a quarter turn. */
export function cosOfQuarter(angle: number): number {
  const square = angle * angle
  let sum = 1
  for (let k = 12; k >= 1; k--) sum = 1 - (square / ((2 * k - 1) * (2 * k))) * sum
  return sum
}

export const squareOf = (x: number): number => x * x
