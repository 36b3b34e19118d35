import { tooComplex } from "./XlsxFault.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"

/** Counts what is really inflated of a file, in bytes. */
export class InflateBudget {
  private spent = 0
  private readonly limits: Pick<XlsxLimits, "maxInflated" | "maxRatio">

  constructor(limits: Pick<XlsxLimits, "maxInflated" | "maxRatio">) {
    this.limits = limits
  }

  /** Takes `bytes` more of a part that is `compressed` bytes in the file and has given `ofPart` with these. */
  spend(bytes: number, ofPart: number, compressed: number): void {
    const { maxInflated, maxRatio } = this.limits
    this.spent += bytes
    if (this.spent > maxInflated) throw tooComplex("inflated", maxInflated)
    if (ofPart > 1024 * 1024 && ofPart > maxRatio * compressed) throw tooComplex("ratio", maxRatio)
  }
}
