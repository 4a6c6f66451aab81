/** 2^17: of some ten thousand short examples hardly two frequent features share a bucket. */
export const BUCKETS = 131_072

/** Longest run of characters that is one feature. */
const LONGEST = 3
/** Pairs reach over 1 to 3 characters, 「打…我」: word order in speech is free. */
const REACH = 4
/** A pair tells less than a run. */
const PAIR_WEIGHT = 0.5

/** A run of 1 to 3 characters, or a pair with a gap, and the bucket that it hashes to. */
export type Ngram = { readonly text: string; readonly bucket: number; readonly weight: number }

/** The features of a shape (see `shapeOf`), each bucket once. */
export function ngramsOf(shape: string): readonly Ngram[] {
  const found = new Map<number, Ngram>()
  const add = (text: string, hash: number, weight: number) => {
    const bucket = placed(hash)
    if (!found.has(bucket)) found.set(bucket, { text, bucket, weight })
  }
  for (let start = 0; start < shape.length; start++) {
    let hash = FNV_OFFSET
    for (let end = start + 1; end <= start + LONGEST && end <= shape.length; end++) {
      hash = stir(hash, shape.charCodeAt(end - 1))
      add(shape.slice(start, end), hash, 1)
    }
    const first = stir(PAIR_OFFSET, shape.charCodeAt(start))
    for (let other = start + 2; other <= start + REACH && other < shape.length; other++) {
      const pair = `${shape.charAt(start)}…${shape.charAt(other)}`
      add(pair, stir(first, shape.charCodeAt(other)), PAIR_WEIGHT)
    }
  }
  return [...found.values()]
}

/** What the features of a text add up to under the weights of a class. */
export type Sums = { sum: number; squares: number }

/**
 * Adds the features of a shape in the order of `ngramsOf`, without their texts: a letter of 4,000 characters
 * has 50,000 of them, and only of the stretch that counts it is told why.
 */
export function addNgrams(shape: string, at: Float32Array, sums: Sums): void {
  const pass = nextPass()
  const { length } = shape
  let { sum, squares } = sums
  for (let start = 0; start < length; start++) {
    const unit = shape.charCodeAt(start)
    let hash = FNV_OFFSET
    const end = Math.min(start + LONGEST, length)
    for (let i = start; i < end; i++) {
      hash = stir(hash, shape.charCodeAt(i))
      const bucket = placed(hash)
      if (seen[bucket] === pass) continue
      seen[bucket] = pass
      sum += at[bucket] ?? 0
      squares += 1
    }
    const first = stir(PAIR_OFFSET, unit)
    const reach = Math.min(start + REACH, length - 1)
    for (let i = start + 2; i <= reach; i++) {
      const bucket = placed(stir(first, shape.charCodeAt(i)))
      if (seen[bucket] === pass) continue
      seen[bucket] = pass
      sum += (at[bucket] ?? 0) * PAIR_WEIGHT
      squares += PAIR_WEIGHT * PAIR_WEIGHT
    }
  }
  sums.sum = sum
  sums.squares = squares
}

/** In which pass a bucket was met last: no table to clear for each stretch. */
const seen = new Uint32Array(BUCKETS)
let passes = 0

function nextPass(): number {
  if (passes === 0xffff_ffff) {
    passes = 0
    seen.fill(0)
  }
  passes++
  return passes
}

/** The bucket of a hash. */
export function placed(hash: number): number {
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1)
}

/** FNV-1a over UTF-16 units: 32 bits, unsigned. */
export function fnv(text: string): number {
  let hash = FNV_OFFSET
  for (let i = 0; i < text.length; i++) hash = stir(hash, text.charCodeAt(i))
  return hash >>> 0
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
/** Pairs hash from a place of their own, so that 「打…我」 is not 「打我」. */
const PAIR_OFFSET = 0x5bd1e995

function stir(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME)
}
