ALTER TABLE "imports" DROP CONSTRAINT "imports_scope";--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind" CHECK ("imports"."kind" in ('platform-users', 'database-users', 'departments', 'permission-groups'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_scope" CHECK (("imports"."kind" = 'platform-users') = ("imports"."database_id" is null));--> statement-breakpoint
DROP TRIGGER departments_no_circle ON "departments";--> statement-breakpoint
CREATE TRIGGER departments_no_circle AFTER INSERT OR UPDATE OF "parent_id" ON "departments" FOR EACH ROW
  WHEN (new.parent_id IS NOT NULL) EXECUTE FUNCTION departments_no_circle();
