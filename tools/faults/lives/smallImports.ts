import { fileOfOwn } from "../meantFiles.ts"
import type { Life } from "./Life.ts"

/** So many imports of one to three people of one's own, each run to its end. */
export const smallImports =
  (many: number, onDone: () => void): Life =>
  async (client) => {
    for (let at = 0; at < many; at++) {
      const file = fileOfOwn(`${client.name}-${at}`, 1 + client.random.below(3))
      const { id } = await client.upload(file)
      await client.rest(file, await client.run(file, id))
      onDone()
    }
  }
