import type { Client } from "../Client.ts"

/** What a client does until its life is over. */
export type Life = (client: Client, surroundings: Surroundings) => Promise<void>

export interface Surroundings {
  readonly databaseIds: ReadonlyArray<string>
  /** Whether faults have come to an end. */
  readonly isOver: () => boolean
}
