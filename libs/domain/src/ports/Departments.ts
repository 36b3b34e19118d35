import { Context, Schema, type Effect } from "effect"
import type { Department, NewDepartment } from "../model/Department.ts"
import type { PlaceUsage } from "../model/PlaceUsage.ts"
import type { DatabaseNotFound } from "./Databases.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** The organisation tree of each database. */
export class Departments extends Context.Service<
  Departments,
  {
    /** All of a database's departments, in order of `departmentId`; none for an unknown database. */
    readonly list: (databaseId: string) => Effect.Effect<ReadonlyArray<Department>, StoreUnavailable>
    /** `id` names the creation: the same one again answers the department that is there. */
    readonly create: (
      databaseId: string,
      id: string,
      department: NewDepartment,
    ) => Effect.Effect<
      Department,
      DatabaseNotFound | DepartmentTaken | ParentDepartmentNotFound | StoreUnavailable,
      CurrentActor
    >
    /** Gives a department another name or parent, never below itself; closes or opens it. */
    readonly change: (
      databaseId: string,
      department: Department,
    ) => Effect.Effect<
      Department,
      DepartmentNotFound | DepartmentCircle | ParentDepartmentNotFound | StoreUnavailable,
      CurrentActor
    >
    /** What hangs on a department; nothing on one that is not there. */
    readonly usage: (databaseId: string, departmentId: string) => Effect.Effect<PlaceUsage, StoreUnavailable>
    readonly remove: (
      databaseId: string,
      departmentId: string,
    ) => Effect.Effect<void, DepartmentNotFound | DepartmentInUse | StoreUnavailable, CurrentActor>
  }
>()("@muster/domain/ports/Departments") {}

export class DepartmentNotFound extends Schema.TaggedError<DepartmentNotFound>()("DepartmentNotFound", {
  departmentId: Schema.String,
}) {
  override get message() {
    return "There is no such department."
  }
}

export class DepartmentTaken extends Schema.TaggedError<DepartmentTaken>()("DepartmentTaken", {
  departmentId: Schema.String,
}) {
  override get message() {
    return `The database already has a department with the id "${this.departmentId}".`
  }
}

export class ParentDepartmentNotFound extends Schema.TaggedError<ParentDepartmentNotFound>()(
  "ParentDepartmentNotFound",
  { parentId: Schema.String },
) {
  override get message() {
    return `The database has no department with the id "${this.parentId}" to be the parent.`
  }
}

/** The new parent is the department itself, or below it. */
export class DepartmentCircle extends Schema.TaggedError<DepartmentCircle>()("DepartmentCircle", {
  departmentId: Schema.String,
}) {
  override get message() {
    return "A department cannot stand below itself."
  }
}

/** People or departments are placed in it. */
export class DepartmentInUse extends Schema.TaggedError<DepartmentInUse>()("DepartmentInUse", {
  departmentId: Schema.String,
}) {
  override get message() {
    return "People or other departments are placed in the department. Move them first."
  }
}
