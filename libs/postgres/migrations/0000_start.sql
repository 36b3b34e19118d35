CREATE TABLE "accesses" (
	"database_id" text COLLATE "C" NOT NULL,
	"user_id" uuid NOT NULL,
	"department_id" text COLLATE "C" NOT NULL,
	"group_name" text COLLATE "C" NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accesses_database_id_user_id_pk" PRIMARY KEY("database_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "databases" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"database_id" text COLLATE "C" NOT NULL,
	"department_id" text COLLATE "C" NOT NULL,
	"creation_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"parent_id" text COLLATE "C",
	CONSTRAINT "departments_database_id_department_id_pk" PRIMARY KEY("database_id","department_id"),
	CONSTRAINT "departments_creation" UNIQUE("database_id","creation_id"),
	CONSTRAINT "departments_not_own_parent" CHECK ("departments"."parent_id" <> "departments"."department_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text COLLATE "C" NOT NULL,
	"route" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"reserved_id" text COLLATE "C" NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"digest" text,
	"answer_status" integer,
	"body" text COLLATE "C",
	CONSTRAINT "idempotency_keys_actor_route_key_pk" PRIMARY KEY("actor","route","key"),
	CONSTRAINT "idempotency_keys_answer" CHECK (("idempotency_keys"."digest" is null) = ("idempotency_keys"."answer_status" is null) and ("idempotency_keys"."digest" is null) = ("idempotency_keys"."body" is null))
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"status" text DEFAULT 'unprocessed' NOT NULL,
	"cells" text COLLATE "C" NOT NULL,
	"email_key" text COLLATE "C",
	"username_key" text COLLATE "C",
	"reading_issues" text COLLATE "C" NOT NULL,
	"issues" text COLLATE "C" DEFAULT '[]' NOT NULL,
	"access_user_id" uuid,
	"access_department_id" text COLLATE "C",
	"access_group_name" text COLLATE "C",
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row"),
	CONSTRAINT "import_rows_status" CHECK ("import_rows"."status" in ('valid', 'invalid', 'conflict', 'skipped', 'created', 'unchanged', 'failed', 'unprocessed'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ordinal" bigint GENERATED ALWAYS AS IDENTITY (sequence name "imports_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"database_id" text COLLATE "C",
	"file_name" text COLLATE "C" NOT NULL,
	"delimiter" text NOT NULL,
	"header" text COLLATE "C" NOT NULL,
	"columns" text COLLATE "C" NOT NULL,
	"issues" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"invalid_rows" text NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"valid" integer DEFAULT 0 NOT NULL,
	"invalid" integer DEFAULT 0 NOT NULL,
	"conflict" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"unprocessed" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"fence" integer DEFAULT 1 NOT NULL,
	"lease_holder" text COLLATE "C",
	"lease_until" timestamp with time zone,
	"waiting_since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('validating', 'refused', 'ready', 'running', 'completed', 'failed', 'cancelled')),
	CONSTRAINT "imports_invalid_rows" CHECK ("imports"."invalid_rows" in ('refuse', 'skip')),
	CONSTRAINT "imports_scope" CHECK ("imports"."kind" = case when "imports"."database_id" is null then 'platform-users' else 'database-users' end),
	CONSTRAINT "imports_counts_add_up" CHECK ("imports"."rows" = "imports"."valid" + "imports"."invalid" + "imports"."conflict" + "imports"."skipped" + "imports"."created" + "imports"."unchanged" + "imports"."failed" + "imports"."unprocessed" and least("imports"."valid", "imports"."invalid", "imports"."conflict", "imports"."skipped", "imports"."created", "imports"."unchanged", "imports"."failed", "imports"."unprocessed") >= 0),
	CONSTRAINT "imports_progress" CHECK ("imports"."done" between 0 and "imports"."rows")
);
--> statement-breakpoint
CREATE TABLE "permission_groups" (
	"database_id" text COLLATE "C" NOT NULL,
	"group_name" text COLLATE "C" NOT NULL,
	"creation_id" text COLLATE "C" NOT NULL,
	"description" text NOT NULL,
	"permissions" text[] NOT NULL,
	CONSTRAINT "permission_groups_database_id_group_name_pk" PRIMARY KEY("database_id","group_name"),
	CONSTRAINT "permission_groups_creation" UNIQUE("database_id","creation_id")
);
--> statement-breakpoint
CREATE TABLE "platform_users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"email_key" text COLLATE "C" NOT NULL,
	"username" text NOT NULL,
	"username_key" text COLLATE "C" NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"phone" text,
	"mobile_phone" text,
	"language_code" text,
	"external_id" text,
	"search_text" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"platform_role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "platform_users_email_key" UNIQUE("email_key"),
	CONSTRAINT "platform_users_username_key" UNIQUE("username_key"),
	CONSTRAINT "platform_users_status" CHECK ("platform_users"."status" in ('active', 'inactive', 'deleted')),
	CONSTRAINT "platform_users_platform_role" CHECK ("platform_users"."platform_role" in ('none', 'userProvisioner', 'userAdministrator', 'superAdministrator'))
);
--> statement-breakpoint
CREATE TABLE "stagings" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_database_id_databases_id_fk" FOREIGN KEY ("database_id") REFERENCES "public"."databases"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_user_id_platform_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."platform_users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_department" FOREIGN KEY ("database_id","department_id") REFERENCES "public"."departments"("database_id","department_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_group" FOREIGN KEY ("database_id","group_name") REFERENCES "public"."permission_groups"("database_id","group_name") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_database_id_databases_id_fk" FOREIGN KEY ("database_id") REFERENCES "public"."databases"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_parent" FOREIGN KEY ("database_id","parent_id") REFERENCES "public"."departments"("database_id","department_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_database_id_databases_id_fk" FOREIGN KEY ("database_id") REFERENCES "public"."databases"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_groups" ADD CONSTRAINT "permission_groups_database_id_databases_id_fk" FOREIGN KEY ("database_id") REFERENCES "public"."databases"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accesses_by_user" ON "accesses" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "accesses_by_department" ON "accesses" USING btree ("database_id","department_id");--> statement-breakpoint
CREATE INDEX "accesses_by_group" ON "accesses" USING btree ("database_id","group_name");--> statement-breakpoint
CREATE INDEX "databases_by_name" ON "databases" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "departments_by_parent" ON "departments" USING btree ("database_id","parent_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("begun_at");--> statement-breakpoint
CREATE INDEX "import_rows_by_email" ON "import_rows" USING btree ("import_id","email_key") WHERE "import_rows"."email_key" is not null;--> statement-breakpoint
CREATE INDEX "import_rows_by_username" ON "import_rows" USING btree ("import_id",left("username_key", 500)) WHERE "import_rows"."username_key" is not null;--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("database_id","ordinal");--> statement-breakpoint
CREATE INDEX "imports_waiting" ON "imports" USING btree ("waiting_since") WHERE "imports"."state" in ('validating', 'running');