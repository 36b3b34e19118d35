/** Those of the texts whose number is not 0, as one sentence; another text where all are. */
export const parts = (otherwise: string, ...all: ReadonlyArray<readonly [number, string]>): string =>
  all
    .filter(([count]) => count > 0)
    .map(([, text]) => text)
    .join(", ") || otherwise
