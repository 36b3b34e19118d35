import { importerOf, type Import } from "@muster/domain/model/Import"
import type { WrittenStructure } from "@muster/domain/ports/ImportWork"
import { sql, type SQL } from "drizzle-orm"
import { auditLine } from "./auditLine.ts"
import { completion } from "./completion.ts"

/**
 * The statement that makes and changes departments and groups and completes the import in `held`: all rows, or none
 * when one to be changed is not there. Answers as `completion` does; one to be made that is there already, and
 * departments that would stand in a circle, violate a constraint.
 */
export const writeStructure = (one: Import, { departments, groups }: WrittenStructure, held: SQL): SQL => sql`
  with ${held}, departments_wanted as (
    select * from json_to_recordset(${JSON.stringify(departments)}::text::json)
      as w ("departmentId" text, name text, "parentId" text, outcome text)
  ), groups_wanted as (
    select "groupName", description, outcome,
      array(select json_array_elements_text(w.permissions)) as permissions, w.permissions as told
    from json_to_recordset(${JSON.stringify(groups)}::text::json)
      as w ("groupName" text, description text, permissions json, outcome text)
  ), departments_there as materialized (
    select d.department_id from departments d join departments_wanted w
      on d.department_id = w."departmentId" and w.outcome = 'updated'
    where d.database_id = ${one.databaseId} order by d.department_id for update of d
  ), groups_there as materialized (
    select g.group_name from permission_groups g join groups_wanted w
      on g.group_name = w."groupName" and w.outcome = 'updated'
    where g.database_id = ${one.databaseId} order by g.group_name for update of g
  ), sound as (
    select held.id from held
    where (select count(*) from departments_there)
        = (select count(*) from departments_wanted where outcome = 'updated')
      and (select count(*) from groups_there) = (select count(*) from groups_wanted where outcome = 'updated')
  ), departments_made as (
    insert into departments (database_id, department_id, creation_id, name, parent_id)
    select ${one.databaseId}, w."departmentId", gen_random_uuid()::text, w.name, w."parentId"
    from departments_wanted w, sound where w.outcome = 'created'
  ), departments_changed as (
    update departments d set name = w.name, parent_id = w."parentId" from departments_wanted w, sound
    where d.database_id = ${one.databaseId} and d.department_id = w."departmentId" and w.outcome = 'updated'
  ), groups_made as (
    insert into permission_groups (database_id, group_name, creation_id, description, permissions)
    select ${one.databaseId}, w."groupName", gen_random_uuid()::text, w.description, w.permissions
    from groups_wanted w, sound where w.outcome = 'created'
  ), groups_changed as (
    update permission_groups g set description = w.description, permissions = w.permissions
    from groups_wanted w, sound
    where g.database_id = ${one.databaseId} and g.group_name = w."groupName" and w.outcome = 'updated'
  ), ${toldOf(one, "department", departmentDetails)}, ${toldOf(one, "group", groupDetails)}, ${completion(one)}`

const departmentDetails = sql`json_build_object('departmentId', "departmentId", 'name', name, 'parentId', "parentId")`
const groupDetails = sql`json_build_object('groupName', "groupName", 'description', description, 'permissions', told)`

/** A line of the audit for each thing made, and for each one changed. */
const toldOf = (one: Import, thing: "department" | "group", details: SQL): SQL =>
  sql.join(
    (["created", "updated"] as const).map((outcome) =>
      auditLine(
        {
          actor: importerOf(one),
          event: `${thing}.${outcome === "created" ? "created" : "changed"}`,
          importId: one.id,
          databaseId: one.databaseId,
          details,
        },
        sql`${sql.identifier(`${thing}s_wanted`)}, sound where outcome = ${outcome}`,
        `audited_${thing}s_${outcome}`,
      ),
    ),
    sql`, `,
  )
