import { Effect, Schema } from "effect"
import { Databases } from "../ports/Databases.ts"
import { Departments } from "../ports/Departments.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { sampleDatabases, type SampleDatabase } from "./sampleDatabases.ts"

/** Somebody works on the platform already; samples are for an empty one. */
export class PlatformNotEmpty extends Schema.TaggedError<PlatformNotEmpty>()("PlatformNotEmpty", {}) {
  override get message() {
    return "The platform already has databases of its own."
  }
}

/**
 * Fills an empty platform with two databases, their department trees and permission groups, to try imports
 * with. Every part is made once: sent again, or broken off and sent again, it ends the same.
 */
export const createSamplePlatform = Effect.fn("createSamplePlatform")(function* () {
  const databases = yield* Databases
  const there = yield* databases.list({ limit: sampleDatabases.length + 1, cursor: null, among: null })
  if (there.items.some(({ id }) => !sampleDatabases.some((sample) => sample.id === id)))
    return yield* new PlatformNotEmpty()
  return yield* Effect.forEach(sampleDatabases, createSampleDatabase)
})

const createSampleDatabase = Effect.fnUntraced(function* (sample: SampleDatabase) {
  const departments = yield* Departments
  const groups = yield* PermissionGroups
  const database = yield* (yield* Databases).create({ id: sample.id, name: sample.name })
  yield* Effect.forEach(sample.departments, ({ id, ...department }) =>
    departments
      .create(database.id, id, department)
      .pipe(Effect.catchTag(["DepartmentTaken", "ParentDepartmentNotFound", "DatabaseNotFound"], Effect.die)),
  )
  yield* Effect.forEach(sample.groups, ({ id, ...group }) =>
    groups
      .create(database.id, id, group)
      .pipe(Effect.catchTag(["GroupTaken", "DatabaseNotFound"], Effect.die)),
  )
  return database
})
