import { Department } from "@muster/domain/model/Department"
import { PlaceUsage } from "@muster/domain/model/PlaceUsage"
import { Databases } from "@muster/domain/ports/Databases"
import { DepartmentNotFound, Departments } from "@muster/domain/ports/Departments"
import { Effect, Schema } from "effect"
import { json, nothing } from "./Answer.ts"
import { jsonBody } from "./BodyKind.ts"
import { identifierText, nameText } from "./bodyText.ts"
import { Cursor, limitParam, pageAt, pageOf, pageQuery } from "./paging.ts"
import { route, type Route } from "./route.ts"

const base = "/api/v1/databases/:databaseId/departments"
const tag = "Departments"

const DepartmentAnswer = Department.annotate({ identifier: "Department" })

const NewDepartment = Schema.Struct({
  departmentId: identifierText("departmentId"),
  name: nameText(200),
  parentId: Schema.NullOr(identifierText("departmentId")).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(null)),
  ),
}).annotate({ identifier: "NewDepartment" })

const DepartmentChange = Schema.Struct({
  name: Schema.optionalKey(nameText(200)),
  parentId: Schema.optionalKey(Schema.NullOr(identifierText("departmentId"))),
  closed: Schema.optionalKey(
    Schema.Boolean.annotate({ description: "Nobody gets a place in a closed one; who has one keeps it" }),
  ),
}).annotate({ identifier: "DepartmentChange" })

export const PlaceUsageAnswer = PlaceUsage.annotate({ identifier: "PlaceUsage" })

/** The calls about the departments of a database. */
export const departmentRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: base,
    name: "listDepartments",
    tag,
    needs: "database.read",
    summary: "List a database's departments in order of departmentId",
    query: { ...pageQuery, limit: limitParam(500) },
    answer: json(pageOf(DepartmentAnswer, Cursor, "DepartmentPage"), {
      description: "A page of departments",
    }),
    problems: ["database.not_found"],
    run: ({ params, query }) =>
      Effect.gen(function* () {
        const databases = yield* Databases
        const { id } = yield* databases.find(params.databaseId)
        const departments = yield* Departments
        return pageAt(yield* departments.list(id), query, ({ departmentId }) => departmentId)
      }),
  }),
  route({
    method: "post",
    path: base,
    name: "createDepartment",
    tag,
    needs: "database.change",
    summary: "Add a department",
    body: jsonBody(NewDepartment),
    answer: json(DepartmentAnswer, { status: 201, description: "The department" }),
    problems: ["database.not_found", "department.taken", "department.parent_unknown"],
    run: ({ params, body, id }) =>
      Effect.flatMap(Departments, (departments) => departments.create(params.databaseId, id, body)),
  }),
  route({
    method: "patch",
    path: `${base}/:departmentId`,
    name: "changeDepartment",
    tag,
    needs: "database.change",
    summary: "Rename a department, move it with what is below it, close or open it",
    body: jsonBody(DepartmentChange),
    answer: json(DepartmentAnswer, { description: "The department" }),
    problems: ["department.not_found", "department.circle", "department.parent_unknown"],
    run: ({ params: { databaseId, departmentId }, body }) =>
      Effect.gen(function* () {
        const departments = yield* Departments
        const found = (yield* departments.list(databaseId)).find((one) => one.departmentId === departmentId)
        if (found === undefined) return yield* new DepartmentNotFound({ departmentId })
        return yield* departments.change(databaseId, { ...found, ...body })
      }),
  }),
  route({
    method: "get",
    path: `${base}/:departmentId/usage`,
    name: "readDepartmentUsage",
    tag,
    needs: "database.read",
    summary: "What hangs on a department: to be seen before it is closed or removed",
    answer: json(PlaceUsageAnswer, { description: "How much" }),
    problems: [],
    run: ({ params }) =>
      Effect.flatMap(Departments, (departments) => departments.usage(params.databaseId, params.departmentId)),
  }),
  route({
    method: "delete",
    path: `${base}/:departmentId`,
    name: "deleteDepartment",
    tag,
    needs: "database.change",
    summary: "Remove a department that nobody is placed in",
    answer: nothing("The department is gone"),
    problems: ["department.not_found", "department.in_use"],
    run: ({ params }) =>
      Effect.flatMap(Departments, (departments) =>
        departments.remove(params.databaseId, params.departmentId),
      ),
  }),
]
