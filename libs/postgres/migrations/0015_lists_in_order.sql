CREATE INDEX "platform_users_by_origin" ON "platform_users" USING btree ("origin_import","email_key") WHERE "platform_users"."origin_import" is not null;--> statement-breakpoint
CREATE INDEX "audit_lines_by_time" ON "audit_lines" USING btree ("at","ordinal");--> statement-breakpoint
CREATE INDEX "audit_lines_by_event" ON "audit_lines" USING btree ("event","ordinal");
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS
$fn$
DECLARE
  head audit_head;
BEGIN
  SELECT * INTO STRICT head FROM audit_head WHERE chain = 1 FOR UPDATE;
  new.ordinal := head.ordinal + 1;
  new.at := greatest(clock_timestamp(), (SELECT at FROM audit_lines WHERE ordinal = head.ordinal));
  IF new.personal IS NOT NULL THEN
    new.salt := gen_random_uuid()::text;
    new.personal_hash := audit_sha256(new.salt || new.personal);
  END IF;
  new.hash := audit_sha256(audit_part(head.hash) || audit_part(new.ordinal::text) || audit_part(audit_time(new.at))
    || audit_part(new.actor) || audit_part(new.event) || audit_part(new.database_id)
    || audit_part(new.import_id::text) || audit_part(new.user_id::text) || audit_part(new.details)
    || audit_part(new.personal_hash));
  UPDATE audit_head SET ordinal = new.ordinal, hash = new.hash WHERE chain = 1;
  RETURN new;
END
$fn$;
