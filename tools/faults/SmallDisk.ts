import { execFile } from "node:child_process"
import { mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"

const run = promisify(execFile)

/** A disk in memory that can be filled to its last byte, and freed again. */
export class SmallDisk {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Mounts a disk of so many MiB, which takes Linux and its superuser; rejects where it cannot be had. */
  static async mount(size: number): Promise<SmallDisk> {
    const folder = await mkdtemp(join(tmpdir(), "muster-small-disk-"))
    try {
      await run("mount", ["-t", "tmpfs", "-o", `size=${size}m,mode=755`, "muster", folder])
      return new SmallDisk(folder)
    } catch (error) {
      await rm(folder, { recursive: true })
      throw error
    }
  }

  async fill(): Promise<void> {
    const file = await open(join(this.folder, "filler"), "a")
    try {
      for (const size of [2 ** 20, 2 ** 12]) await writeUntilFull(file, Buffer.alloc(size))
    } finally {
      await file.close()
    }
  }

  async free(): Promise<void> {
    await rm(join(this.folder, "filler"), { force: true })
  }

  /** Whoever used it may hold it for a moment longer. */
  async unmount(): Promise<void> {
    for (let tries = 0; ; tries++)
      try {
        await run("umount", [this.folder])
        break
      } catch (error) {
        if (tries === 50) throw error
        await sleep(200)
      }
    await rm(this.folder, { recursive: true })
  }
}

const writeUntilFull = async (file: Awaited<ReturnType<typeof open>>, piece: Buffer) => {
  for (;;)
    try {
      await file.write(piece)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOSPC") return
      throw error
    }
}
