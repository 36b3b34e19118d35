import { constants, deflateRawSync } from "node:zlib"

/** The compressed form of `before`, then `unit` so many times, then `after`, made in no time and little memory. */
export const repeated = (before: string, unit: string, times: number, after: string): Buffer => {
  const flush = { finishFlush: constants.Z_FULL_FLUSH }
  const units = deflateRawSync(unit, flush)
  return Buffer.concat([
    deflateRawSync(before, flush),
    Buffer.concat(Array(times).fill(units)),
    deflateRawSync(after),
  ])
}
