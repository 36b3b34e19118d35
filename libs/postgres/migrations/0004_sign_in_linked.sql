CREATE FUNCTION audit_sign_in() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  INSERT INTO audit_lines (actor, event, user_id, details)
  VALUES ('user:' || new.user_id, 'sign_in.linked', new.user_id, json_build_object('provider', new.provider_id)::text);
  RETURN NULL;
END
$fn$;
--> statement-breakpoint
CREATE TRIGGER audit_sign_in AFTER INSERT ON "sign_ins" FOR EACH ROW
  WHEN (new.provider_id <> 'credential') EXECUTE FUNCTION audit_sign_in();
