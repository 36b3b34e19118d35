CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
ALTER TABLE "accesses" DROP CONSTRAINT "accesses_group";
--> statement-breakpoint
ALTER TABLE "extra_places" DROP CONSTRAINT "extra_places_group";
--> statement-breakpoint
ALTER TABLE "accesses" ADD COLUMN "email_key" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_group" FOREIGN KEY ("database_id","group_name") REFERENCES "public"."permission_groups"("database_id","group_name") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "extra_places" ADD CONSTRAINT "extra_places_group" FOREIGN KEY ("database_id","group_name") REFERENCES "public"."permission_groups"("database_id","group_name") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "accesses_by_email" ON "accesses" USING btree ("database_id","email_key");--> statement-breakpoint
CREATE INDEX "platform_users_search" ON "platform_users" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "platform_users_by_status" ON "platform_users" USING btree ("status","email_key") WHERE "platform_users"."status" <> 'active';--> statement-breakpoint
CREATE INDEX "platform_users_by_role" ON "platform_users" USING btree ("platform_role","email_key") WHERE "platform_users"."platform_role" <> 'none';
--> statement-breakpoint
UPDATE "accesses" a SET "email_key" = u."email_key" FROM "platform_users" u WHERE u."id" = a."user_id";
--> statement-breakpoint
CREATE FUNCTION access_email_key() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  SELECT email_key INTO new.email_key FROM platform_users WHERE id = new.user_id FOR KEY SHARE;
  RETURN new;
END
$fn$;
--> statement-breakpoint
CREATE TRIGGER access_email_key BEFORE INSERT ON "accesses" FOR EACH ROW EXECUTE FUNCTION access_email_key();
--> statement-breakpoint
CREATE FUNCTION user_email_key() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  UPDATE accesses SET email_key = new.email_key WHERE user_id = new.id;
  RETURN NULL;
END
$fn$;
--> statement-breakpoint
CREATE TRIGGER user_email_key AFTER UPDATE OF "email_key" ON "platform_users" FOR EACH ROW
  WHEN (old.email_key IS DISTINCT FROM new.email_key) EXECUTE FUNCTION user_email_key();
--> statement-breakpoint
CREATE FUNCTION departments_no_circle() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  PERFORM FROM databases WHERE id = new.database_id FOR NO KEY UPDATE;
  IF EXISTS (
    WITH RECURSIVE above AS (
      SELECT new.parent_id AS id
      UNION
      SELECT d.parent_id FROM departments d JOIN above ON d.database_id = new.database_id AND d.department_id = above.id
    )
    SELECT FROM above WHERE id = new.department_id
  ) THEN
    RAISE EXCEPTION 'A department stands below itself.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END
$fn$;
--> statement-breakpoint
CREATE TRIGGER departments_no_circle BEFORE UPDATE OF "parent_id" ON "departments" FOR EACH ROW
  WHEN (new.parent_id IS NOT NULL) EXECUTE FUNCTION departments_no_circle();
