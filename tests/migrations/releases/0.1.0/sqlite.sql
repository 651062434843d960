PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE "behaviour_warning" ("id" INTEGER NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL, "version" INTEGER NOT NULL, "drafted_by_id" INTEGER NOT NULL, "drafted_at" DATETIME NOT NULL, "passages" TEXT NOT NULL, "sanction_months" INTEGER, "numbers" TEXT NOT NULL, "read_by_id" INTEGER, "read_at" DATETIME, "read_words" TEXT NOT NULL, "read_version" INTEGER, "arranged" TEXT NOT NULL, "issued_by_id" INTEGER, "issued_at" DATETIME, "consideration_id" INTEGER, "letter_id" INTEGER, "withdrawn_by_id" INTEGER, "withdrawn_at" DATETIME, "withdrawn_because" TEXT NOT NULL, "form_key" VARCHAR(64) NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("drafted_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("read_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("issued_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("consideration_id") REFERENCES "consideration" ("id"), FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("withdrawn_by_id") REFERENCES "user" ("id"), CONSTRAINT "warning_issued_with_its_letter" CHECK ((issued_at IS NULL) = (letter_id IS NULL)), CONSTRAINT "warning_second_reader_is_another" CHECK (read_by_id IS NULL OR read_by_id <> drafted_by_id));
INSERT INTO "behaviour_warning" VALUES(1,26,'behaviour',1,7,'2026-10-16 10:00:00','{"effect":"The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.","our_part":"Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.","underlying":"A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.","expectation":"Please tell us what is wrong in your home without insults, so that we can put it right quickly."}',6,'{"warning_months":6,"deemed_days":2,"restriction_months":6,"restriction_most_months":12,"review_months":3,"appeal_days":20,"appeal_answer_days":10,"dispute_days":10,"look_back_months":12,"reply_days":5,"request_days":10,"keep_warning_years":2,"keep_restriction_years":3,"duplicate_minutes":60}',8,'2026-10-16 11:00:00','Clear, and fair to the customer.',1,'',4,'2026-10-16 12:00:00',1,1,NULL,NULL,'','demonstration-25-warning');
INSERT INTO "behaviour_warning" VALUES(2,15,'behaviour',1,7,'2026-11-05 11:00:00','{"effect":"The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.","our_part":"Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.","underlying":"A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.","expectation":"Please tell us what is wrong in your home without insults, so that we can put it right quickly."}',6,'{"warning_months":6,"deemed_days":2,"restriction_months":6,"restriction_most_months":12,"review_months":3,"appeal_days":20,"appeal_answer_days":10,"dispute_days":10,"look_back_months":12,"reply_days":5,"request_days":10,"keep_warning_years":2,"keep_restriction_years":3,"duplicate_minutes":60}',8,'2026-11-06 12:00:00','Clear, and fair to the customer.',1,'',4,'2026-11-06 13:00:00',2,2,NULL,NULL,'','demonstration-14-warning');
CREATE TABLE "consideration" ("id" INTEGER NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL, "purpose" VARCHAR(20) NOT NULL, "made_by_id" INTEGER NOT NULL, "made_at" DATETIME NOT NULL, "needs" TEXT NOT NULL, "linked_to_disability" VARCHAR(12) NOT NULL, "linked_words" TEXT NOT NULL, "equality" TEXT NOT NULL, "adjustments" TEXT NOT NULL, "support_words" TEXT NOT NULL, "complaint_dealt_with" TEXT NOT NULL, "communication_adequate" TEXT NOT NULL, "unanswered" TEXT NOT NULL, "new_information" TEXT NOT NULL, "customers_account" TEXT NOT NULL, "proportionate" TEXT NOT NULL, "safeguarding_signed_off" TEXT NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("made_by_id") REFERENCES "user" ("id"));
INSERT INTO "consideration" VALUES(1,'demonstration-25-weighing-warning',26,'warning',4,'2026-10-16 12:00:00','We asked on the telephone and looked at the file: what is known is listed there, nothing else was told.','no','','We looked at age, disability and the other characteristics; nothing suggests a disadvantage.','Offered a call at a quieter time and a summary in writing after each contact.','','The matter behind it has been looked at and is being put right.','We were slow to say what would happen next; the letter says so.','One repair was open and has been given a day; nothing else is unanswered.','Nothing new was said that changes what happened.','The customer says that nobody listened, and regrets the tone of some of it.','A word in person was tried first; a written warning is the mildest step left.','');
INSERT INTO "consideration" VALUES(2,'demonstration-14-weighing-warning',15,'warning',4,'2026-11-06 13:00:00','We asked on the telephone and looked at the file: what is known is listed there, nothing else was told.','no','','We looked at age, disability and the other characteristics; nothing suggests a disadvantage.','Offered a call at a quieter time and a summary in writing after each contact.','','The matter behind it has been looked at and is being put right.','We were slow to say what would happen next; the letter says so.','One repair was open and has been given a day; nothing else is unanswered.','Nothing new was said that changes what happened.','The customer says that nobody listened, and regrets the tone of some of it.','A word in person was tried first; a written warning is the mildest step left.','');
INSERT INTO "consideration" VALUES(3,'demonstration-25-weighing-restriction',26,'restriction',4,'2026-11-09 12:00:00','Looked again today at the needs on the file and asked the customer; the arrangement fits them.','no','','Considered again whether this weighs harder on the customer than on others: it does not.','The adjustments promised in the warning were made and go on under the arrangement.','','What was asked for before the warning has been done; we checked with the team.','Since the warning every contact was answered in time and in plain words.','Checked repairs, complaints and e-mails this morning: none is waiting for us.','The customer''s reply to the warning was read and does not change the facts.','Asked by telephone: the customer says the tone was a mistake and the matter is urgent.','Milder steps were looked at one by one, and the reasons against each are in the proposal.','');
CREATE TABLE "contact_way" ("id" INTEGER NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "kind" VARCHAR(20) NOT NULL, "value" VARCHAR(200) NOT NULL, "note" VARCHAR(200) NOT NULL, "ended_at" DATETIME, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
INSERT INTO "contact_way" VALUES(1,1,'telephone','07700 900901','',NULL);
INSERT INTO "contact_way" VALUES(2,2,'telephone','07700 900944','',NULL);
INSERT INTO "contact_way" VALUES(3,2,'email','hollie.porter@post.example','',NULL);
INSERT INTO "contact_way" VALUES(4,3,'telephone','07700 900627','',NULL);
INSERT INTO "contact_way" VALUES(5,3,'email','scott.wilkinson@post.example','',NULL);
INSERT INTO "contact_way" VALUES(6,4,'telephone','07700 900654','',NULL);
INSERT INTO "contact_way" VALUES(7,4,'email','irene.gallagher@post.example','',NULL);
INSERT INTO "contact_way" VALUES(8,5,'telephone','07700 900445','',NULL);
INSERT INTO "contact_way" VALUES(9,6,'telephone','07700 900805','',NULL);
INSERT INTO "contact_way" VALUES(10,6,'email','marion.ward@post.example','',NULL);
INSERT INTO "contact_way" VALUES(11,7,'telephone','07700 900986','',NULL);
INSERT INTO "contact_way" VALUES(12,7,'email','william.foster-fox@post.example','',NULL);
INSERT INTO "contact_way" VALUES(13,8,'telephone','07700 900409','',NULL);
INSERT INTO "contact_way" VALUES(14,8,'email','geraldine.smith@post.example','',NULL);
INSERT INTO "contact_way" VALUES(15,9,'telephone','07700 900676','',NULL);
INSERT INTO "contact_way" VALUES(16,10,'telephone','07700 900352','',NULL);
INSERT INTO "contact_way" VALUES(17,10,'email','valerie.price@post.example','',NULL);
INSERT INTO "contact_way" VALUES(18,11,'telephone','07700 900264','',NULL);
INSERT INTO "contact_way" VALUES(19,11,'email','ben.arnold@post.example','',NULL);
INSERT INTO "contact_way" VALUES(20,12,'telephone','07700 900659','',NULL);
INSERT INTO "contact_way" VALUES(21,12,'email','pamela.rhodes@post.example','',NULL);
INSERT INTO "contact_way" VALUES(22,13,'telephone','07700 900737','',NULL);
INSERT INTO "contact_way" VALUES(23,14,'telephone','07700 900296','',NULL);
INSERT INTO "contact_way" VALUES(24,14,'email','clare.lynch@post.example','',NULL);
INSERT INTO "contact_way" VALUES(25,15,'telephone','07700 900031','',NULL);
INSERT INTO "contact_way" VALUES(26,15,'email','mark.harris@post.example','',NULL);
INSERT INTO "contact_way" VALUES(27,16,'telephone','07700 900443','',NULL);
INSERT INTO "contact_way" VALUES(28,16,'email','victoria.green@post.example','',NULL);
INSERT INTO "contact_way" VALUES(29,17,'telephone','07700 900987','',NULL);
INSERT INTO "contact_way" VALUES(30,18,'telephone','07700 900219','',NULL);
INSERT INTO "contact_way" VALUES(31,18,'email','hollie.jones@post.example','',NULL);
INSERT INTO "contact_way" VALUES(32,19,'telephone','07700 900434','',NULL);
INSERT INTO "contact_way" VALUES(33,19,'email','keith.reid-west@post.example','',NULL);
INSERT INTO "contact_way" VALUES(34,20,'telephone','07700 900794','',NULL);
INSERT INTO "contact_way" VALUES(35,20,'email','abigail.douglas@post.example','',NULL);
INSERT INTO "contact_way" VALUES(36,21,'telephone','07700 900056','',NULL);
INSERT INTO "contact_way" VALUES(37,22,'telephone','07700 900050','',NULL);
INSERT INTO "contact_way" VALUES(38,22,'email','chelsea.williams@post.example','',NULL);
INSERT INTO "contact_way" VALUES(39,23,'telephone','07700 900135','',NULL);
INSERT INTO "contact_way" VALUES(40,23,'email','stanley.turnbull@post.example','',NULL);
INSERT INTO "contact_way" VALUES(41,24,'telephone','07700 900458','',NULL);
INSERT INTO "contact_way" VALUES(42,24,'email','claire.page@post.example','',NULL);
INSERT INTO "contact_way" VALUES(43,25,'telephone','07700 900823','',NULL);
INSERT INTO "contact_way" VALUES(44,26,'telephone','07700 900946','',NULL);
INSERT INTO "contact_way" VALUES(45,26,'email','lisa.wong@post.example','',NULL);
INSERT INTO "contact_way" VALUES(46,27,'telephone','07700 900994','',NULL);
INSERT INTO "contact_way" VALUES(47,27,'email','jay.slater@post.example','',NULL);
INSERT INTO "contact_way" VALUES(48,28,'telephone','07700 900645','',NULL);
INSERT INTO "contact_way" VALUES(49,28,'email','charlotte.bennett@post.example','',NULL);
INSERT INTO "contact_way" VALUES(50,29,'telephone','07700 900816','',NULL);
INSERT INTO "contact_way" VALUES(51,30,'telephone','07700 900602','',NULL);
INSERT INTO "contact_way" VALUES(52,30,'email','vanessa.gill@post.example','',NULL);
INSERT INTO "contact_way" VALUES(53,31,'telephone','07700 900718','',NULL);
INSERT INTO "contact_way" VALUES(54,31,'email','jeffrey.roberts-smith@post.example','',NULL);
INSERT INTO "contact_way" VALUES(55,32,'telephone','07700 900508','',NULL);
INSERT INTO "contact_way" VALUES(56,32,'email','francesca.smith@post.example','',NULL);
INSERT INTO "contact_way" VALUES(57,33,'telephone','07700 900389','',NULL);
INSERT INTO "contact_way" VALUES(58,34,'telephone','07700 900328','',NULL);
INSERT INTO "contact_way" VALUES(59,34,'email','kelly.hughes-kirby@post.example','',NULL);
INSERT INTO "contact_way" VALUES(60,35,'telephone','07700 900450','',NULL);
INSERT INTO "contact_way" VALUES(61,35,'email','karl.jenkins@post.example','',NULL);
INSERT INTO "contact_way" VALUES(62,36,'telephone','07700 900016','',NULL);
INSERT INTO "contact_way" VALUES(63,36,'email','lynda.elliott-lawrence@post.example','',NULL);
INSERT INTO "contact_way" VALUES(64,37,'telephone','07700 900911','',NULL);
INSERT INTO "contact_way" VALUES(65,38,'telephone','07700 900956','',NULL);
INSERT INTO "contact_way" VALUES(66,38,'email','lorraine.mann@post.example','',NULL);
INSERT INTO "contact_way" VALUES(67,39,'telephone','07700 900094','',NULL);
INSERT INTO "contact_way" VALUES(68,39,'email','gareth.o''connor@post.example','',NULL);
INSERT INTO "contact_way" VALUES(69,40,'telephone','07700 900384','',NULL);
INSERT INTO "contact_way" VALUES(70,40,'email','anne.jenkins@post.example','',NULL);
CREATE TABLE "customer" ("id" INTEGER NOT NULL PRIMARY KEY, "reference" VARCHAR(40) NOT NULL, "kind" VARCHAR(30) NOT NULL, "name" VARCHAR(120) NOT NULL, "salutation" VARCHAR(120) NOT NULL, "date_of_birth" DATE, "address" TEXT NOT NULL, "postcode" VARCHAR(12) NOT NULL, "letter_format" VARCHAR(30) NOT NULL, "language" VARCHAR(40) NOT NULL, "search_words" TEXT NOT NULL, "version" INTEGER NOT NULL, "added_by_id" INTEGER NOT NULL, "added_at" DATETIME NOT NULL, FOREIGN KEY ("added_by_id") REFERENCES "user" ("id"));
INSERT INTO "customer" VALUES(1,'OT1S-505718','tenant','Jacob Clark','Mr Clark',NULL,'29 Kennedy Mountains
Newcastle upon Tyne','NE4 6FH','standard','English','jacob clark ot1s 505718 29 kennedy mountains newcastle upon tyne ne4 6fh ne46fh 07700 900901 07700900901 900901 0901',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(2,'OT1S-593975','leaseholder','Hollie Porter','Ms Porter','1967-09-24','97 Woodward Run
Newcastle upon Tyne','NE6 7LG','standard','English','hollie porter ot1s 593975 97 woodward run newcastle upon tyne ne6 7lg ne67lg 07700 900944 hollie porter post example 07700900944 900944 0944',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(3,'OT1S-458982','tenant','Scott Wilkinson','Mr Wilkinson','1990-09-15','66 Carolyn Extension
Gateshead','NE8 3GA','standard','English','scott wilkinson ot1s 458982 66 carolyn extension gateshead ne8 3ga ne83ga 07700 900627 scott wilkinson post example 07700900627 900627 0627',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(4,'OT1S-294080','tenant','Irene Gallagher','Ms Gallagher',NULL,'84 Roberts Ferry
Blyth','NE24 3HD','standard','English','irene gallagher ot1s 294080 84 roberts ferry blyth ne24 3hd ne243hd 07700 900654 irene gallagher post example 07700900654 900654 0654',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(5,'OT1S-716042','tenant','Martin Dawson','Mr Dawson','1997-10-08','26 Ian Harbor
Ashington','NE63 1LJ','standard','English','martin dawson ot1s 716042 26 ian harbor ashington ne63 1lj ne631lj 07700 900445 07700900445 900445 0445',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(6,'OT1S-461872','tenant','Marion Ward','Ms Ward','1987-11-07','104 Carol Trail
South Shields','NE33 2ZG','standard','English','marion ward ot1s 461872 104 carol trail south shields ne33 2zg ne332zg 07700 900805 marion ward post example 07700900805 900805 0805',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(7,'OT1S-280379','tenant','William Foster-Fox','Mr Foster-Fox',NULL,'20 Oliver Roads
Durham','DH1 4FJ','standard','English','william foster fox ot1s 280379 20 oliver roads durham dh1 4fj dh14fj 07700 900986 william foster fox post example 07700900986 900986 0986',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(8,'OT1S-474593','tenant','Geraldine Smith','Ms Smith','1986-09-26','116 Robson Manor
Stanley','DH9 4RH','standard','English','geraldine smith ot1s 474593 116 robson manor stanley dh9 4rh dh94rh 07700 900409 geraldine smith post example 07700900409 900409 0409',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(9,'OT1S-852673','household_member','Maurice Kelly','Mr Kelly','1967-07-02','42 Matthews Summit
Consett','DH8 5TJ','standard','English','maurice kelly ot1s 852673 42 matthews summit consett dh8 5tj dh85tj 07700 900676 07700900676 900676 0676',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(10,'OT1S-817368','tenant','Valerie Price','Ms Price',NULL,'30 Benson Alley
Sunderland','SR4 6YF','standard','English','valerie price ot1s 817368 30 benson alley sunderland sr4 6yf sr46yf 07700 900352 valerie price post example 07700900352 900352 0352',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(11,'OT1S-333704','tenant','Ben Arnold','Mr Arnold','2001-09-12','76 Wilson Keys
Bishop Auckland','DL14 5BG','standard','English','ben arnold ot1s 333704 76 wilson keys bishop auckland dl14 5bg dl145bg 07700 900264 ben arnold post example 07700900264 900264 0264',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(12,'OT1S-566955','tenant','Pamela Rhodes','Ms Rhodes','1963-01-24','73 Hussain Inlet
Darlington','DL3 5WD','standard','English','pamela rhodes ot1s 566955 73 hussain inlet darlington dl3 5wd dl35wd 07700 900659 pamela rhodes post example 07700900659 900659 0659',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(13,'OT1S-913731','tenant','Martin Graham-Robinson','Mr Graham-Robinson',NULL,'101 Gilbert Pike
Newcastle upon Tyne','NE4 4HJ','standard','English','martin graham robinson ot1s 913731 101 gilbert pike newcastle upon tyne ne4 4hj ne44hj 07700 900737 07700900737 900737 0737',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(14,'OT1S-828245','tenant','Clare Lynch','Ms Lynch','1971-01-06','73 Glen Lakes
Newcastle upon Tyne','NE6 6GA','standard','English','clare lynch ot1s 828245 73 glen lakes newcastle upon tyne ne6 6ga ne66ga 07700 900296 clare lynch post example 07700900296 900296 0296',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(15,'OT1S-545496','tenant','Mark Harris','Mr Harris','1991-03-07','45 Coleman Villages
Gateshead','NE8 8EB','standard','English','mark harris ot1s 545496 45 coleman villages gateshead ne8 8eb ne88eb 07700 900031 mark harris post example 07700900031 900031 0031',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(16,'OT1S-765584','shared_owner','Victoria Green','Ms Green',NULL,'105 Smith Harbor
Blyth','NE24 5RF','standard','English','victoria green ot1s 765584 105 smith harbor blyth ne24 5rf ne245rf 07700 900443 victoria green post example 07700900443 900443 0443',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(17,'OT1S-671031','shared_owner','Abdul Moore','Mr Moore','1979-02-07','81 Butler Crest
Ashington','NE63 6EJ','standard','English','abdul moore ot1s 671031 81 butler crest ashington ne63 6ej ne636ej 07700 900987 07700900987 900987 0987',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(18,'OT1S-804020','leaseholder','Hollie Jones','Ms Jones','1954-10-28','88 Michael Forest
South Shields','NE33 4FA','standard','English','hollie jones ot1s 804020 88 michael forest south shields ne33 4fa ne334fa 07700 900219 hollie jones post example 07700900219 900219 0219',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(19,'OT1S-627560','tenant','Keith Reid-West','Mr Reid-West',NULL,'115 Hill Divide
Durham','DH1 3LF','standard','English','keith reid west ot1s 627560 115 hill divide durham dh1 3lf dh13lf 07700 900434 keith reid west post example 07700900434 900434 0434',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(20,'OT1S-251670','household_member','Abigail Douglas','Ms Douglas','1980-02-29','69 Carter Views
Stanley','DH9 4EA','standard','English','abigail douglas ot1s 251670 69 carter views stanley dh9 4ea dh94ea 07700 900794 abigail douglas post example 07700900794 900794 0794',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(21,'OT1S-989319','household_member','Anthony Shaw','Mr Shaw','1992-02-21','22 Marilyn Corner
Consett','DH8 4SH','standard','English','anthony shaw ot1s 989319 22 marilyn corner consett dh8 4sh dh84sh 07700 900056 07700900056 900056 0056',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(22,'OT1S-210221','household_member','Chelsea Williams','Ms Williams',NULL,'58 Molly Ramp
Sunderland','SR4 6FB','standard','English','chelsea williams ot1s 210221 58 molly ramp sunderland sr4 6fb sr46fb 07700 900050 chelsea williams post example 07700900050 900050 0050',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(23,'OT1S-435062','tenant','Stanley Turnbull','Mr Turnbull','1950-11-18','37 Stanley Course
Bishop Auckland','DL14 1HE','standard','English','stanley turnbull ot1s 435062 37 stanley course bishop auckland dl14 1he dl141he 07700 900135 stanley turnbull post example 07700900135 900135 0135',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(24,'OT1S-302496','leaseholder','Claire Page','Ms Page','1957-03-11','33 Kelly Plaza
Darlington','DL3 4NB','standard','English','claire page ot1s 302496 33 kelly plaza darlington dl3 4nb dl34nb 07700 900458 claire page post example 07700900458 900458 0458',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(25,'OT1S-177943','tenant','Nigel Kirby','Mr Kirby',NULL,'110 Ford Junction
Newcastle upon Tyne','NE4 2GJ','standard','English','nigel kirby ot1s 177943 110 ford junction newcastle upon tyne ne4 2gj ne42gj 07700 900823 07700900823 900823 0823',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(26,'OT1S-192633','tenant','Lisa Wong','Ms Wong','1982-11-09','127 Melanie Mills
Newcastle upon Tyne','NE6 4SB','standard','English','lisa wong ot1s 192633 127 melanie mills newcastle upon tyne ne6 4sb ne64sb 07700 900946 lisa wong post example 07700900946 900946 0946',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(27,'OT1S-940833','tenant','Jay Slater','Mr Slater','1991-01-26','80 Bennett Forges
Gateshead','NE8 3GA','standard','English','jay slater ot1s 940833 80 bennett forges gateshead ne8 3ga ne83ga 07700 900994 jay slater post example 07700900994 900994 0994',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(28,'OT1S-180883','household_member','Charlotte Bennett','Ms Bennett',NULL,'41 Dylan Plains
Blyth','NE24 6BH','standard','English','charlotte bennett ot1s 180883 41 dylan plains blyth ne24 6bh ne246bh 07700 900645 charlotte bennett post example 07700900645 900645 0645',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(29,'OT1S-920603','tenant','Craig Jennings','Mr Jennings','2000-09-18','34 Albert Bypass
Ashington','NE63 3WG','large_print','English','craig jennings ot1s 920603 34 albert bypass ashington ne63 3wg ne633wg 07700 900816 07700900816 900816 0816',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(30,'OT1S-971931','tenant','Vanessa Gill','Ms Gill','1998-06-26','82 Scott Vista
South Shields','NE33 7DJ','standard','English','vanessa gill ot1s 971931 82 scott vista south shields ne33 7dj ne337dj 07700 900602 vanessa gill post example 07700900602 900602 0602',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(31,'OT1S-355079','tenant','Jeffrey Roberts-Smith','Mr Roberts-Smith',NULL,'111 Mistry Corner
Durham','DH1 2JD','standard','English','jeffrey roberts smith ot1s 355079 111 mistry corner durham dh1 2jd dh12jd 07700 900718 jeffrey roberts smith post example 07700900718 900718 0718',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(32,'OT1S-916110','shared_owner','Francesca Smith','Ms Smith','2003-08-24','69 Baxter Plain
Stanley','DH9 7HE','standard','English','francesca smith ot1s 916110 69 baxter plain stanley dh9 7he dh97he 07700 900508 francesca smith post example 07700900508 900508 0508',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(33,'OT1S-597474','tenant','Geoffrey Lord','Mr Lord','1992-06-24','105 Taylor Fords
Consett','DH8 7FA','standard','English','geoffrey lord ot1s 597474 105 taylor fords consett dh8 7fa dh87fa 07700 900389 07700900389 900389 0389',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(34,'OT1S-736413','tenant','Kelly Hughes-Kirby','Ms Hughes-Kirby',NULL,'106 Benson Curve
Sunderland','SR4 5FG','standard','English','kelly hughes kirby ot1s 736413 106 benson curve sunderland sr4 5fg sr45fg 07700 900328 kelly hughes kirby post example 07700900328 900328 0328',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(35,'OT1S-399687','tenant','Karl Jenkins','Mr Jenkins','1959-09-02','131 Mason Crossroad
Bishop Auckland','DL14 4SH','standard','English','karl jenkins ot1s 399687 131 mason crossroad bishop auckland dl14 4sh dl144sh 07700 900450 karl jenkins post example 07700900450 900450 0450',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(36,'OT1S-793718','leaseholder','Lynda Elliott-Lawrence','Ms Elliott-Lawrence','2000-06-03','20 Hussain Pass
Darlington','DL3 7YH','standard','English','lynda elliott lawrence ot1s 793718 20 hussain pass darlington dl3 7yh dl37yh 07700 900016 lynda elliott lawrence post example 07700900016 900016 0016',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(37,'OT1S-471452','tenant','Terry Williams','Mr Williams',NULL,'74 Williams Mountains
Newcastle upon Tyne','NE4 4BF','standard','English','terry williams ot1s 471452 74 williams mountains newcastle upon tyne ne4 4bf ne44bf 07700 900911 07700900911 900911 0911',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(38,'OT1S-977271','tenant','Lorraine Mann','Ms Mann','1995-01-24','93 Brown Ville
Newcastle upon Tyne','NE6 3ZD','standard','English','lorraine mann ot1s 977271 93 brown ville newcastle upon tyne ne6 3zd ne63zd 07700 900956 lorraine mann post example 07700900956 900956 0956',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(39,'OT1S-610378','tenant','Gareth O''Connor','Mr O''Connor','1944-03-04','31 Ball Causeway
Gateshead','NE8 5RG','standard','English','gareth o connor ot1s 610378 31 ball causeway gateshead ne8 5rg ne85rg 07700 900094 gareth o connor post example 07700900094 900094 0094',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(40,'OT1S-358459','tenant','Anne Jenkins','Ms Jenkins',NULL,'20 Holly Dam
Blyth','NE24 7NA','standard','English','anne jenkins ot1s 358459 20 holly dam blyth ne24 7na ne247na 07700 900384 anne jenkins post example 07700900384 900384 0384',0,7,'2025-08-27 09:00:00');
CREATE TABLE "customer_request" ("id" INTEGER NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL, "words" TEXT NOT NULL, "owner_id" INTEGER NOT NULL, "due_on" DATE NOT NULL, "passed_by_id" INTEGER, "passed_at" DATETIME, "answered_by_id" INTEGER, "answered_at" DATETIME, "answer" TEXT NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"), FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("owner_id") REFERENCES "user" ("id"), FOREIGN KEY ("passed_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("answered_by_id") REFERENCES "user" ("id"));
INSERT INTO "customer_request" VALUES(1,1,26,'When will the leak under the sink be repaired?',6,'2026-10-21',11,'2026-10-14 09:00:00',6,'2026-10-14 13:00:00','Sent by letter, with a covering note.');
INSERT INTO "customer_request" VALUES(2,3,15,'When will the leak under the sink be repaired?',6,'2026-11-10',11,'2026-11-03 10:00:00',6,'2026-11-03 14:00:00','Sent by letter, with a covering note.');
CREATE VIRTUAL TABLE customer_search USING fts5(search_words, content='customer', content_rowid='id', tokenize='unicode61', prefix='2 3 4');
INSERT INTO "customer_search" VALUES('jacob clark ot1s 505718 29 kennedy mountains newcastle upon tyne ne4 6fh ne46fh 07700 900901 07700900901 900901 0901');
INSERT INTO "customer_search" VALUES('hollie porter ot1s 593975 97 woodward run newcastle upon tyne ne6 7lg ne67lg 07700 900944 hollie porter post example 07700900944 900944 0944');
INSERT INTO "customer_search" VALUES('scott wilkinson ot1s 458982 66 carolyn extension gateshead ne8 3ga ne83ga 07700 900627 scott wilkinson post example 07700900627 900627 0627');
INSERT INTO "customer_search" VALUES('irene gallagher ot1s 294080 84 roberts ferry blyth ne24 3hd ne243hd 07700 900654 irene gallagher post example 07700900654 900654 0654');
INSERT INTO "customer_search" VALUES('martin dawson ot1s 716042 26 ian harbor ashington ne63 1lj ne631lj 07700 900445 07700900445 900445 0445');
INSERT INTO "customer_search" VALUES('marion ward ot1s 461872 104 carol trail south shields ne33 2zg ne332zg 07700 900805 marion ward post example 07700900805 900805 0805');
INSERT INTO "customer_search" VALUES('william foster fox ot1s 280379 20 oliver roads durham dh1 4fj dh14fj 07700 900986 william foster fox post example 07700900986 900986 0986');
INSERT INTO "customer_search" VALUES('geraldine smith ot1s 474593 116 robson manor stanley dh9 4rh dh94rh 07700 900409 geraldine smith post example 07700900409 900409 0409');
INSERT INTO "customer_search" VALUES('maurice kelly ot1s 852673 42 matthews summit consett dh8 5tj dh85tj 07700 900676 07700900676 900676 0676');
INSERT INTO "customer_search" VALUES('valerie price ot1s 817368 30 benson alley sunderland sr4 6yf sr46yf 07700 900352 valerie price post example 07700900352 900352 0352');
INSERT INTO "customer_search" VALUES('ben arnold ot1s 333704 76 wilson keys bishop auckland dl14 5bg dl145bg 07700 900264 ben arnold post example 07700900264 900264 0264');
INSERT INTO "customer_search" VALUES('pamela rhodes ot1s 566955 73 hussain inlet darlington dl3 5wd dl35wd 07700 900659 pamela rhodes post example 07700900659 900659 0659');
INSERT INTO "customer_search" VALUES('martin graham robinson ot1s 913731 101 gilbert pike newcastle upon tyne ne4 4hj ne44hj 07700 900737 07700900737 900737 0737');
INSERT INTO "customer_search" VALUES('clare lynch ot1s 828245 73 glen lakes newcastle upon tyne ne6 6ga ne66ga 07700 900296 clare lynch post example 07700900296 900296 0296');
INSERT INTO "customer_search" VALUES('mark harris ot1s 545496 45 coleman villages gateshead ne8 8eb ne88eb 07700 900031 mark harris post example 07700900031 900031 0031');
INSERT INTO "customer_search" VALUES('victoria green ot1s 765584 105 smith harbor blyth ne24 5rf ne245rf 07700 900443 victoria green post example 07700900443 900443 0443');
INSERT INTO "customer_search" VALUES('abdul moore ot1s 671031 81 butler crest ashington ne63 6ej ne636ej 07700 900987 07700900987 900987 0987');
INSERT INTO "customer_search" VALUES('hollie jones ot1s 804020 88 michael forest south shields ne33 4fa ne334fa 07700 900219 hollie jones post example 07700900219 900219 0219');
INSERT INTO "customer_search" VALUES('keith reid west ot1s 627560 115 hill divide durham dh1 3lf dh13lf 07700 900434 keith reid west post example 07700900434 900434 0434');
INSERT INTO "customer_search" VALUES('abigail douglas ot1s 251670 69 carter views stanley dh9 4ea dh94ea 07700 900794 abigail douglas post example 07700900794 900794 0794');
INSERT INTO "customer_search" VALUES('anthony shaw ot1s 989319 22 marilyn corner consett dh8 4sh dh84sh 07700 900056 07700900056 900056 0056');
INSERT INTO "customer_search" VALUES('chelsea williams ot1s 210221 58 molly ramp sunderland sr4 6fb sr46fb 07700 900050 chelsea williams post example 07700900050 900050 0050');
INSERT INTO "customer_search" VALUES('stanley turnbull ot1s 435062 37 stanley course bishop auckland dl14 1he dl141he 07700 900135 stanley turnbull post example 07700900135 900135 0135');
INSERT INTO "customer_search" VALUES('claire page ot1s 302496 33 kelly plaza darlington dl3 4nb dl34nb 07700 900458 claire page post example 07700900458 900458 0458');
INSERT INTO "customer_search" VALUES('nigel kirby ot1s 177943 110 ford junction newcastle upon tyne ne4 2gj ne42gj 07700 900823 07700900823 900823 0823');
INSERT INTO "customer_search" VALUES('lisa wong ot1s 192633 127 melanie mills newcastle upon tyne ne6 4sb ne64sb 07700 900946 lisa wong post example 07700900946 900946 0946');
INSERT INTO "customer_search" VALUES('jay slater ot1s 940833 80 bennett forges gateshead ne8 3ga ne83ga 07700 900994 jay slater post example 07700900994 900994 0994');
INSERT INTO "customer_search" VALUES('charlotte bennett ot1s 180883 41 dylan plains blyth ne24 6bh ne246bh 07700 900645 charlotte bennett post example 07700900645 900645 0645');
INSERT INTO "customer_search" VALUES('craig jennings ot1s 920603 34 albert bypass ashington ne63 3wg ne633wg 07700 900816 07700900816 900816 0816');
INSERT INTO "customer_search" VALUES('vanessa gill ot1s 971931 82 scott vista south shields ne33 7dj ne337dj 07700 900602 vanessa gill post example 07700900602 900602 0602');
INSERT INTO "customer_search" VALUES('jeffrey roberts smith ot1s 355079 111 mistry corner durham dh1 2jd dh12jd 07700 900718 jeffrey roberts smith post example 07700900718 900718 0718');
INSERT INTO "customer_search" VALUES('francesca smith ot1s 916110 69 baxter plain stanley dh9 7he dh97he 07700 900508 francesca smith post example 07700900508 900508 0508');
INSERT INTO "customer_search" VALUES('geoffrey lord ot1s 597474 105 taylor fords consett dh8 7fa dh87fa 07700 900389 07700900389 900389 0389');
INSERT INTO "customer_search" VALUES('kelly hughes kirby ot1s 736413 106 benson curve sunderland sr4 5fg sr45fg 07700 900328 kelly hughes kirby post example 07700900328 900328 0328');
INSERT INTO "customer_search" VALUES('karl jenkins ot1s 399687 131 mason crossroad bishop auckland dl14 4sh dl144sh 07700 900450 karl jenkins post example 07700900450 900450 0450');
INSERT INTO "customer_search" VALUES('lynda elliott lawrence ot1s 793718 20 hussain pass darlington dl3 7yh dl37yh 07700 900016 lynda elliott lawrence post example 07700900016 900016 0016');
INSERT INTO "customer_search" VALUES('terry williams ot1s 471452 74 williams mountains newcastle upon tyne ne4 4bf ne44bf 07700 900911 07700900911 900911 0911');
INSERT INTO "customer_search" VALUES('lorraine mann ot1s 977271 93 brown ville newcastle upon tyne ne6 3zd ne63zd 07700 900956 lorraine mann post example 07700900956 900956 0956');
INSERT INTO "customer_search" VALUES('gareth o connor ot1s 610378 31 ball causeway gateshead ne8 5rg ne85rg 07700 900094 gareth o connor post example 07700900094 900094 0094');
INSERT INTO "customer_search" VALUES('anne jenkins ot1s 358459 20 holly dam blyth ne24 7na ne247na 07700 900384 anne jenkins post example 07700900384 900384 0384');
CREATE TABLE "delivery" ("id" INTEGER NOT NULL PRIMARY KEY, "letter_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL, "outcome" VARCHAR(20) NOT NULL, "on" DATE NOT NULL, "deemed_on" DATE, "address" TEXT NOT NULL, "tracking" VARCHAR(60) NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" DATETIME NOT NULL, FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"), CONSTRAINT "delivery_returned_is_not_served" CHECK (outcome <> 'returned' OR deemed_on IS NULL));
INSERT INTO "delivery" VALUES(1,1,26,'posted','2026-10-16','2026-10-20','127 Melanie Mills, Newcastle upon Tyne, NE6 4SB','','',7,'2026-10-16 14:00:00');
INSERT INTO "delivery" VALUES(2,2,15,'posted','2026-11-06','2026-11-10','45 Coleman Villages, Gateshead, NE8 8EB','','',7,'2026-11-06 15:00:00');
INSERT INTO "delivery" VALUES(3,2,15,'returned','2026-11-06',NULL,'','','Marked “gone away”',7,'2026-11-06 15:30:00');
INSERT INTO "delivery" VALUES(4,3,26,'posted','2026-11-10','2026-11-12','127 Melanie Mills, Newcastle upon Tyne, NE6 4SB','','',7,'2026-11-10 15:00:00');
CREATE TABLE "event" ("id" INTEGER NOT NULL PRIMARY KEY, "number" INTEGER NOT NULL, "name" VARCHAR(60) NOT NULL, "at" DATETIME NOT NULL, "actor_id" INTEGER, "customer_id" INTEGER, "facts" TEXT NOT NULL, "previous" VARCHAR(64) NOT NULL, "digest" VARCHAR(64) NOT NULL, FOREIGN KEY ("actor_id") REFERENCES "user" ("id"), FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
INSERT INTO "event" VALUES(1,1,'person_added','2025-08-15 08:00:00',NULL,NULL,'{"user":1,"roles":["administrator"]}','0000000000000000000000000000000000000000000000000000000000000000','c15424bd1151abafe42a69f5246d07e98cee99e5971dcc81b581ac59989847c0');
INSERT INTO "event" VALUES(2,2,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":2,"roles":["senior_officer"]}','c15424bd1151abafe42a69f5246d07e98cee99e5971dcc81b581ac59989847c0','0c5f285b97b32d7251a50be8e40731d7fa27b2d6226d4c673d96563f8fd964db');
INSERT INTO "event" VALUES(3,3,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":3,"roles":["senior_officer"]}','0c5f285b97b32d7251a50be8e40731d7fa27b2d6226d4c673d96563f8fd964db','16d646e4fb8ee28b11237ebfb8b17b01928a0427bbe692dc9d4e6e1f308d1779');
INSERT INTO "event" VALUES(4,4,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":4,"roles":["manager"]}','16d646e4fb8ee28b11237ebfb8b17b01928a0427bbe692dc9d4e6e1f308d1779','229637f857ffb481052f9f285a1e7df2f3e1fa54a205d8e83532b300a745f4f6');
INSERT INTO "event" VALUES(5,5,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":5,"roles":["manager"]}','229637f857ffb481052f9f285a1e7df2f3e1fa54a205d8e83532b300a745f4f6','2b918f4cad94ad3f8b2e95525660245cea0acd3471bcd9a405c20bb3c389b49e');
INSERT INTO "event" VALUES(6,6,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":6,"roles":["manager"]}','2b918f4cad94ad3f8b2e95525660245cea0acd3471bcd9a405c20bb3c389b49e','0c558a1a1df68dea496d1d8efe76248199e3ecc6e6de644f4177f7f9590067d2');
INSERT INTO "event" VALUES(7,7,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":7,"roles":["officer"]}','0c558a1a1df68dea496d1d8efe76248199e3ecc6e6de644f4177f7f9590067d2','8a6964051329e3a5ef5ae5d4edc1636742d507c96f3c4de073eb7b2e0f6d3fe7');
INSERT INTO "event" VALUES(8,8,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":8,"roles":["officer"]}','8a6964051329e3a5ef5ae5d4edc1636742d507c96f3c4de073eb7b2e0f6d3fe7','405a5ae4a9677da4aa1fd14fbd75087240ab6a3c8409a95cc1eeaac360835b2a');
INSERT INTO "event" VALUES(9,9,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":9,"roles":["officer"]}','405a5ae4a9677da4aa1fd14fbd75087240ab6a3c8409a95cc1eeaac360835b2a','f396838703616d89c93dbaf19746695c1cff9b0ba9338ff4d75b666734307ee3');
INSERT INTO "event" VALUES(10,10,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":10,"roles":["officer"]}','f396838703616d89c93dbaf19746695c1cff9b0ba9338ff4d75b666734307ee3','1bd52117fe71063ea842b8d977cf6a097677bbf7146301fc4294c7896e2e0a62');
INSERT INTO "event" VALUES(11,11,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":11,"roles":["colleague"]}','1bd52117fe71063ea842b8d977cf6a097677bbf7146301fc4294c7896e2e0a62','66eb30c2aa0950d2f117c9dfd72f384765dadac232bbc9344a735983e490f599');
INSERT INTO "event" VALUES(12,12,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":12,"roles":["colleague"]}','66eb30c2aa0950d2f117c9dfd72f384765dadac232bbc9344a735983e490f599','78db36965b6c34a81b036b437927d9f0cc4f72bb589835fccee5ac67043f43c4');
INSERT INTO "event" VALUES(13,13,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":13,"roles":["colleague"]}','78db36965b6c34a81b036b437927d9f0cc4f72bb589835fccee5ac67043f43c4','c0850ba7849ca50f3f4ac618938984a59cf374e2cd1f209460acc3d35f4a086b');
INSERT INTO "event" VALUES(14,14,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":14,"roles":["safety_lead"]}','c0850ba7849ca50f3f4ac618938984a59cf374e2cd1f209460acc3d35f4a086b','961a409987358f94740d85c7b9f13a9effab7561314a37538915f847b97d0e2e');
INSERT INTO "event" VALUES(15,15,'person_added','2025-08-15 08:00:00',1,NULL,'{"user":15,"roles":["data_protection_officer"]}','961a409987358f94740d85c7b9f13a9effab7561314a37538915f847b97d0e2e','3b66fc62c364528279c5d78d020b8b3dd2231dcc1f3d90607d796614e2ed1082');
INSERT INTO "event" VALUES(16,16,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_name"}','3b66fc62c364528279c5d78d020b8b3dd2231dcc1f3d90607d796614e2ed1082','cdd37e2a4f9e341b4340c90b64ae0172ce9ee2ac9bfc0c5d4d712f49c05c6340');
INSERT INTO "event" VALUES(17,17,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_address"}','cdd37e2a4f9e341b4340c90b64ae0172ce9ee2ac9bfc0c5d4d712f49c05c6340','b8c8248bdc3d483a276d57b5e450fc67ce34365514788f84d22f2b7b9f7c0a53');
INSERT INTO "event" VALUES(18,18,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_telephone"}','b8c8248bdc3d483a276d57b5e450fc67ce34365514788f84d22f2b7b9f7c0a53','6de3b86a4e8725176653cab2dc60369ab0428a080c8e1372d7c71ec5324a47c5');
INSERT INTO "event" VALUES(19,19,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_emergency_telephone"}','6de3b86a4e8725176653cab2dc60369ab0428a080c8e1372d7c71ec5324a47c5','6cf2c2958097b009405c53b0c81af9a72a8866d770681e0b7e91e1809eb1c5ac');
INSERT INTO "event" VALUES(20,20,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_email"}','6cf2c2958097b009405c53b0c81af9a72a8866d770681e0b7e91e1809eb1c5ac','5898a1566cfce462d7509d5cea1b4f6790f416af7aff0a6ece79b1e75e2dcc41');
INSERT INTO "event" VALUES(21,21,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_complaints_email"}','5898a1566cfce462d7509d5cea1b4f6790f416af7aff0a6ece79b1e75e2dcc41','ac94ce4493b78557a60c709132dce668719256158758c34a2ce32e1b9c783376');
INSERT INTO "event" VALUES(22,22,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_data_email"}','ac94ce4493b78557a60c709132dce668719256158758c34a2ce32e1b9c783376','43ba0c335988873a5800e9e1d71d77423b979efe9602e870ed582b79ab06b014');
INSERT INTO "event" VALUES(23,23,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_website"}','43ba0c335988873a5800e9e1d71d77423b979efe9602e870ed582b79ab06b014','3e4a289ba4915baed8978116d66feafd00fb9f973d13ec3d9051f165a60cf4c9');
INSERT INTO "event" VALUES(24,24,'setting_changed','2025-08-15 08:00:00',1,NULL,'{"key":"organisation_policy_address"}','3e4a289ba4915baed8978116d66feafd00fb9f973d13ec3d9051f165a60cf4c9','99523e827490487b62f4027b6127fe129ccef6e7c27cf423489d907ececfa407');
INSERT INTO "event" VALUES(25,25,'customer_added','2025-08-27 09:00:00',7,1,'{}','99523e827490487b62f4027b6127fe129ccef6e7c27cf423489d907ececfa407','2493199a4c21e52336799c044d1b7795f49f5fbd58b9d67765a98dcd0b0f25cc');
INSERT INTO "event" VALUES(26,26,'customer_added','2025-08-27 09:00:00',7,2,'{}','2493199a4c21e52336799c044d1b7795f49f5fbd58b9d67765a98dcd0b0f25cc','0c27222537b0eedd0ef96dda45082ab4fd62a9b3f209f3e4959129f7452f44fe');
INSERT INTO "event" VALUES(27,27,'customer_added','2025-08-27 09:00:00',7,3,'{}','0c27222537b0eedd0ef96dda45082ab4fd62a9b3f209f3e4959129f7452f44fe','25734660cee090510c1ff0a7fca1068917694e2cef39dda5e58f5096c3675b40');
INSERT INTO "event" VALUES(28,28,'customer_added','2025-08-27 09:00:00',7,4,'{}','25734660cee090510c1ff0a7fca1068917694e2cef39dda5e58f5096c3675b40','b7a58c4ec59737021735852acdf9d50759d5f931e2d3d7035dc8083a51f803f2');
INSERT INTO "event" VALUES(29,29,'customer_added','2025-08-27 09:00:00',7,5,'{}','b7a58c4ec59737021735852acdf9d50759d5f931e2d3d7035dc8083a51f803f2','3a0b3296eca9d1bbb5196ab1c99d260df40d5e693789fa72d74aad171a861f81');
INSERT INTO "event" VALUES(30,30,'need_recorded','2025-08-27 09:00:00',7,5,'{"row":1}','3a0b3296eca9d1bbb5196ab1c99d260df40d5e693789fa72d74aad171a861f81','124a8863c647cc7425b08ae75b810cef22e5ea0526c4bac0192cb350cf3d5285');
INSERT INTO "event" VALUES(31,31,'customer_added','2025-08-27 09:00:00',7,6,'{}','124a8863c647cc7425b08ae75b810cef22e5ea0526c4bac0192cb350cf3d5285','20156105a74df4ea4adb02d90b49149f0fc76d5cd888329af77fd11e620aab7d');
INSERT INTO "event" VALUES(32,32,'customer_added','2025-08-27 09:00:00',7,7,'{}','20156105a74df4ea4adb02d90b49149f0fc76d5cd888329af77fd11e620aab7d','2900d56d9840d4888e88d8d524f6a9647a4afa379700e7f1076ca5b64399ee04');
INSERT INTO "event" VALUES(33,33,'customer_added','2025-08-27 09:00:00',7,8,'{}','2900d56d9840d4888e88d8d524f6a9647a4afa379700e7f1076ca5b64399ee04','2ca3e724075335ddfe7de33c163bbea4a1ba74d9b61ed4e7480af8a1c6b6b5ee');
INSERT INTO "event" VALUES(34,34,'customer_added','2025-08-27 09:00:00',7,9,'{}','2ca3e724075335ddfe7de33c163bbea4a1ba74d9b61ed4e7480af8a1c6b6b5ee','d8ad204ec685eeced55f94c1a9792525f6c2dd4d250470f4ca3f6d2c8ca3e30c');
INSERT INTO "event" VALUES(35,35,'customer_added','2025-08-27 09:00:00',7,10,'{}','d8ad204ec685eeced55f94c1a9792525f6c2dd4d250470f4ca3f6d2c8ca3e30c','0026708a64f8f055ee654f2abc807bccd1fe88a4ef6ae45a6aea3785d51dfa5f');
INSERT INTO "event" VALUES(36,36,'need_recorded','2025-08-27 09:00:00',7,10,'{"row":2}','0026708a64f8f055ee654f2abc807bccd1fe88a4ef6ae45a6aea3785d51dfa5f','4a2c6de2ccd9040d3854d58a2432d5edfbcdb3f1b7eae3bd88901210b8cb2793');
INSERT INTO "event" VALUES(37,37,'customer_added','2025-08-27 09:00:00',7,11,'{}','4a2c6de2ccd9040d3854d58a2432d5edfbcdb3f1b7eae3bd88901210b8cb2793','dd37baba2a7691ed45958a1ea7341c727aa3a96833950b3a55102f48086da1fc');
INSERT INTO "event" VALUES(38,38,'customer_added','2025-08-27 09:00:00',7,12,'{}','dd37baba2a7691ed45958a1ea7341c727aa3a96833950b3a55102f48086da1fc','891f1a41de188526fcc55dbfdbc2519a2691a87e327e510bb74745e2577d43e0');
INSERT INTO "event" VALUES(39,39,'customer_added','2025-08-27 09:00:00',7,13,'{}','891f1a41de188526fcc55dbfdbc2519a2691a87e327e510bb74745e2577d43e0','559d401a0df5d872fc8099a41ab22970e13e7dfd347faa17090f1ae46a4b485d');
INSERT INTO "event" VALUES(40,40,'customer_added','2025-08-27 09:00:00',7,14,'{}','559d401a0df5d872fc8099a41ab22970e13e7dfd347faa17090f1ae46a4b485d','25c0c9dedcdc73dea18ada0ca1f73d1327cdba256b47f3083d11c8cfff253b3c');
INSERT INTO "event" VALUES(41,41,'need_recorded','2025-08-27 09:00:00',7,14,'{"row":3}','25c0c9dedcdc73dea18ada0ca1f73d1327cdba256b47f3083d11c8cfff253b3c','0c86f89aba1c18afd6e903d9c305cddc9f8cd13364bcd26e9501bf9caa02de42');
INSERT INTO "event" VALUES(42,42,'support_worker_recorded','2025-08-27 09:00:00',7,14,'{"row":1}','0c86f89aba1c18afd6e903d9c305cddc9f8cd13364bcd26e9501bf9caa02de42','dd34aef15d53b26d05ac406892ea690c5d5e4265533085c367dacbe085edf6c4');
INSERT INTO "event" VALUES(43,43,'customer_added','2025-08-27 09:00:00',7,15,'{}','dd34aef15d53b26d05ac406892ea690c5d5e4265533085c367dacbe085edf6c4','4c5b8de039efa827570db7a1e374b6db6c2bb311f4ea11431621e4949449e44f');
INSERT INTO "event" VALUES(44,44,'customer_added','2025-08-27 09:00:00',7,16,'{}','4c5b8de039efa827570db7a1e374b6db6c2bb311f4ea11431621e4949449e44f','7d243d2132699460035c7d92ebe877a799b0eb72a29bf18736d7689ba818c311');
INSERT INTO "event" VALUES(45,45,'customer_added','2025-08-27 09:00:00',7,17,'{}','7d243d2132699460035c7d92ebe877a799b0eb72a29bf18736d7689ba818c311','95b413407b9339b342c906c256d6d57f3c4b5d782ce851aeb1aa708584bc9b08');
INSERT INTO "event" VALUES(46,46,'customer_added','2025-08-27 09:00:00',7,18,'{}','95b413407b9339b342c906c256d6d57f3c4b5d782ce851aeb1aa708584bc9b08','b2b2cc777300f11a48335391fa9cfc0221ea81ac7cdf0b990dc814d954307953');
INSERT INTO "event" VALUES(47,47,'customer_added','2025-08-27 09:00:00',7,19,'{}','b2b2cc777300f11a48335391fa9cfc0221ea81ac7cdf0b990dc814d954307953','8794f32a267d2873f50bdf28f85c3af12d96f168d1cd2c07df319f71d4267f07');
INSERT INTO "event" VALUES(48,48,'need_recorded','2025-08-27 09:00:00',7,19,'{"row":4}','8794f32a267d2873f50bdf28f85c3af12d96f168d1cd2c07df319f71d4267f07','4ba02c10f2cae3c8bdf93ac0933a466d19d1005fb89872960f4bf0864b8e6c77');
INSERT INTO "event" VALUES(49,49,'representative_recorded','2025-08-27 09:00:00',7,19,'{"row":1}','4ba02c10f2cae3c8bdf93ac0933a466d19d1005fb89872960f4bf0864b8e6c77','0f3c4af01ee8004f975d6be954453a9988018d9b226ad52f3c01bad5787b59bc');
INSERT INTO "event" VALUES(50,50,'customer_added','2025-08-27 09:00:00',7,20,'{}','0f3c4af01ee8004f975d6be954453a9988018d9b226ad52f3c01bad5787b59bc','84e530ee9077b8ab9c9db1b3f8b5cc212ffbde9ff540fe9f34a3f0b3641c80b0');
INSERT INTO "event" VALUES(51,51,'customer_added','2025-08-27 09:00:00',7,21,'{}','84e530ee9077b8ab9c9db1b3f8b5cc212ffbde9ff540fe9f34a3f0b3641c80b0','7d12e0fda55e2bb4911987de9fe366178906e01dbce46b4644508252c93476a9');
INSERT INTO "event" VALUES(52,52,'customer_added','2025-08-27 09:00:00',7,22,'{}','7d12e0fda55e2bb4911987de9fe366178906e01dbce46b4644508252c93476a9','7b69549d02c92d1924c87dad304ceb50e171952a92f7451dce1d679273c64687');
INSERT INTO "event" VALUES(53,53,'customer_added','2025-08-27 09:00:00',7,23,'{}','7b69549d02c92d1924c87dad304ceb50e171952a92f7451dce1d679273c64687','4c2ad782a4c297f0891bfc89f0d4c715377f77018f26f6a256489f54c67837b6');
INSERT INTO "event" VALUES(54,54,'customer_added','2025-08-27 09:00:00',7,24,'{}','4c2ad782a4c297f0891bfc89f0d4c715377f77018f26f6a256489f54c67837b6','0f4c6621ca6cbc2e0dbb137837c7e12adcdf6d57a256d6b77e755005988a2589');
INSERT INTO "event" VALUES(55,55,'need_recorded','2025-08-27 09:00:00',7,24,'{"row":5}','0f4c6621ca6cbc2e0dbb137837c7e12adcdf6d57a256d6b77e755005988a2589','ecfa309d6c430f3e040fb9bcc0d0a989edd03f95b5ad2fffef081f62bcf55bbe');
INSERT INTO "event" VALUES(56,56,'customer_added','2025-08-27 09:00:00',7,25,'{}','ecfa309d6c430f3e040fb9bcc0d0a989edd03f95b5ad2fffef081f62bcf55bbe','b23dd431fcd12ac4b08f1e6a517b7cb9cdaf7c57b4469d90c995e0372457114f');
INSERT INTO "event" VALUES(57,57,'customer_added','2025-08-27 09:00:00',7,26,'{}','b23dd431fcd12ac4b08f1e6a517b7cb9cdaf7c57b4469d90c995e0372457114f','6f70a2cada132afb79cfc159db195809372115d795bda179f06c671c352b80f3');
INSERT INTO "event" VALUES(58,58,'customer_added','2025-08-27 09:00:00',7,27,'{}','6f70a2cada132afb79cfc159db195809372115d795bda179f06c671c352b80f3','4fb4ac7dc1899389f11ee1fed913eb183a539082a9fd5a6d072ff9477bc99aa9');
INSERT INTO "event" VALUES(59,59,'customer_added','2025-08-27 09:00:00',7,28,'{}','4fb4ac7dc1899389f11ee1fed913eb183a539082a9fd5a6d072ff9477bc99aa9','5786ab13b1d5736c4bc5fb5d9355f9bac14c7bab181221c71c867f7f77f15db0');
INSERT INTO "event" VALUES(60,60,'customer_added','2025-08-27 09:00:00',7,29,'{}','5786ab13b1d5736c4bc5fb5d9355f9bac14c7bab181221c71c867f7f77f15db0','6ec74b8164dca7ddcd3deccd01e39786c88c33958562404ae1caa879acc2b97e');
INSERT INTO "event" VALUES(61,61,'need_recorded','2025-08-27 09:00:00',7,29,'{"row":6}','6ec74b8164dca7ddcd3deccd01e39786c88c33958562404ae1caa879acc2b97e','dabd738b6b59801d07bd871d849bfc5336a575ad9da4e2c3c0a578fc3b9bd033');
INSERT INTO "event" VALUES(62,62,'customer_added','2025-08-27 09:00:00',7,30,'{}','dabd738b6b59801d07bd871d849bfc5336a575ad9da4e2c3c0a578fc3b9bd033','d137107bde8b53dec831864ef6de6f8b14ffe8bc9a2a21e952a642a6bb440463');
INSERT INTO "event" VALUES(63,63,'customer_added','2025-08-27 09:00:00',7,31,'{}','d137107bde8b53dec831864ef6de6f8b14ffe8bc9a2a21e952a642a6bb440463','acf6631ed621eefdab63611b23aab5feb7ac2fe23bc6db46ba84d517dc4f01d5');
INSERT INTO "event" VALUES(64,64,'customer_added','2025-08-27 09:00:00',7,32,'{}','acf6631ed621eefdab63611b23aab5feb7ac2fe23bc6db46ba84d517dc4f01d5','c2292e4c8aaa83902e8c1848622ad935534a66c5eb90e4a055cca86f6243bd77');
INSERT INTO "event" VALUES(65,65,'need_recorded','2025-08-27 09:00:00',7,32,'{"row":7}','c2292e4c8aaa83902e8c1848622ad935534a66c5eb90e4a055cca86f6243bd77','0b862fca478be3ce57f22eca79ca5e22090d266fa5839947d225962ee337e533');
INSERT INTO "event" VALUES(66,66,'support_worker_recorded','2025-08-27 09:00:00',7,32,'{"row":2}','0b862fca478be3ce57f22eca79ca5e22090d266fa5839947d225962ee337e533','042a1d7cdba86ac2e40701132bd5dedabbc40e9a6b7cd37ac7348ce81256815b');
INSERT INTO "event" VALUES(67,67,'customer_added','2025-08-27 09:00:00',7,33,'{}','042a1d7cdba86ac2e40701132bd5dedabbc40e9a6b7cd37ac7348ce81256815b','c2ecf1795e458044f189c87ceb560ebf92ccff7cca2e8d86241f25c25dbb0544');
INSERT INTO "event" VALUES(68,68,'customer_added','2025-08-27 09:00:00',7,34,'{}','c2ecf1795e458044f189c87ceb560ebf92ccff7cca2e8d86241f25c25dbb0544','6ffada7439b532dd8e29983c2dd784124a907bd7e9a75f268ea40e78f4149898');
INSERT INTO "event" VALUES(69,69,'customer_added','2025-08-27 09:00:00',7,35,'{}','6ffada7439b532dd8e29983c2dd784124a907bd7e9a75f268ea40e78f4149898','c0b647a02c0c506aec31f70ccb61a41ce1bc8b5d3225ce168132b4e82849661e');
INSERT INTO "event" VALUES(70,70,'customer_added','2025-08-27 09:00:00',7,36,'{}','c0b647a02c0c506aec31f70ccb61a41ce1bc8b5d3225ce168132b4e82849661e','b82583592259d8d2966473220374e14c265035dd45a92ce5e549c2965df121d0');
INSERT INTO "event" VALUES(71,71,'customer_added','2025-08-27 09:00:00',7,37,'{}','b82583592259d8d2966473220374e14c265035dd45a92ce5e549c2965df121d0','cce3d8d5697c9a0a65abd0bbc5cc91021ff95e819099c6c0204ee9f183ec53d5');
INSERT INTO "event" VALUES(72,72,'need_recorded','2025-08-27 09:00:00',7,37,'{"row":8}','cce3d8d5697c9a0a65abd0bbc5cc91021ff95e819099c6c0204ee9f183ec53d5','9def607fb157f413384d641636717d9362d618252bd65700939c50fe3b8f8b79');
INSERT INTO "event" VALUES(73,73,'customer_added','2025-08-27 09:00:00',7,38,'{}','9def607fb157f413384d641636717d9362d618252bd65700939c50fe3b8f8b79','a22aad3564aa0b70de9c860c74c5c19a0dc95976131aab1160e2b2b526a77cde');
INSERT INTO "event" VALUES(74,74,'customer_added','2025-08-27 09:00:00',7,39,'{}','a22aad3564aa0b70de9c860c74c5c19a0dc95976131aab1160e2b2b526a77cde','94743883d9891ab8ed61c706a0cabd7d3e49fcd5dc5b986ebae61a522588ae67');
INSERT INTO "event" VALUES(75,75,'customer_added','2025-08-27 09:00:00',7,40,'{}','94743883d9891ab8ed61c706a0cabd7d3e49fcd5dc5b986ebae61a522588ae67','d2d6405a5f99a030418ab25b562038261949bf0b5d51de04f21abd4430dc068b');
INSERT INTO "event" VALUES(76,76,'incident_logged','2026-10-07 16:05:00',11,26,'{"incident":1,"digest":"fd3793f3719506e33bf86e2bbdac28315012ebf41aa85bb2e1a1095606d49ada"}','d2d6405a5f99a030418ab25b562038261949bf0b5d51de04f21abd4430dc068b','f287a1cec610201b0ba003f8abd70d129f44435effd0c898cdcd60641eb702ca');
INSERT INTO "event" VALUES(77,77,'request_taken','2026-10-07 16:05:00',11,26,'{"incident":1,"request":1,"owner":11,"due":"2026-10-21"}','f287a1cec610201b0ba003f8abd70d129f44435effd0c898cdcd60641eb702ca','519d251148a0b5c569fa7c9bb5784bd97fff3a5af709a1319a027bc4d2da55e3');
INSERT INTO "event" VALUES(78,78,'incident_logged','2026-10-13 16:05:00',11,26,'{"incident":2,"digest":"a69516eb11078d903fc5414fb364751e13ab771c8c47d5cc00dd63e185d9f29a"}','519d251148a0b5c569fa7c9bb5784bd97fff3a5af709a1319a027bc4d2da55e3','9a88663bbf42f024a87aaaa18b41296402a5cb30e7a46d15a0ff13e2c07547f7');
INSERT INTO "event" VALUES(79,79,'incident_triaged','2026-10-14 09:00:00',4,26,'{"incident":1,"note":1,"kind":"triage"}','9a88663bbf42f024a87aaaa18b41296402a5cb30e7a46d15a0ff13e2c07547f7','39e3b9b10410d24eb0026f1d5520d2d20bc472e8f9865c593abf45b59754bf3a');
INSERT INTO "event" VALUES(80,80,'incident_triaged','2026-10-14 09:00:00',4,26,'{"incident":2,"note":2,"kind":"triage"}','39e3b9b10410d24eb0026f1d5520d2d20bc472e8f9865c593abf45b59754bf3a','e7cc757b0ba93d2650465db119cd263805afe1d75464cbce0853f5826d0d8f54');
INSERT INTO "event" VALUES(81,81,'request_passed','2026-10-14 09:00:00',11,26,'{"request":1,"owner":6}','e7cc757b0ba93d2650465db119cd263805afe1d75464cbce0853f5826d0d8f54','2bc18262c3482c38e6d82cb38f3b86958ed55d92862e713d921eeba48e06d904');
INSERT INTO "event" VALUES(82,82,'incident_added_to','2026-10-14 09:00:00',7,26,'{"incident":1,"note":3,"kind":"account"}','2bc18262c3482c38e6d82cb38f3b86958ed55d92862e713d921eeba48e06d904','d8834ef67653784e8cf9aeeeaff7f18303eed42ec3bebd6782701f09a304862e');
INSERT INTO "event" VALUES(83,83,'request_answered','2026-10-14 13:00:00',6,26,'{"request":1}','d8834ef67653784e8cf9aeeeaff7f18303eed42ec3bebd6782701f09a304862e','f53fb66227f3854d10507d6ead635a4b9092bcf07ccf9dc1a59bdd6ebb3e51b5');
INSERT INTO "event" VALUES(84,84,'warning_drafted','2026-10-16 10:00:00',7,26,'{"warning":1,"kind":"behaviour"}','f53fb66227f3854d10507d6ead635a4b9092bcf07ccf9dc1a59bdd6ebb3e51b5','511b6ad25bab72702d33487f2786a191721daa2ee0adc8a13564c5d6c00fa6cf');
INSERT INTO "event" VALUES(85,85,'warning_changed','2026-10-16 10:00:00',7,26,'{"warning":1,"version":1}','511b6ad25bab72702d33487f2786a191721daa2ee0adc8a13564c5d6c00fa6cf','4b7fd3907ee4fbd324348afc34dc1b6a540c68122a8506973754fbb32f4b8453');
INSERT INTO "event" VALUES(86,86,'warning_read','2026-10-16 11:00:00',8,26,'{"warning":1,"version":1}','4b7fd3907ee4fbd324348afc34dc1b6a540c68122a8506973754fbb32f4b8453','2fc594a61f22bd8b6b7bd191a6527c9d2eaa3c4f44a3fb075c34eac4bea624ef');
INSERT INTO "event" VALUES(87,87,'considered','2026-10-16 12:00:00',4,26,'{"consideration":1,"purpose":"warning"}','2fc594a61f22bd8b6b7bd191a6527c9d2eaa3c4f44a3fb075c34eac4bea624ef','6b3f415c586de760153c71bfad67ad489f2083d4f2a5e83f9c7808ad546f4eb6');
INSERT INTO "event" VALUES(88,88,'warning_issued','2026-10-16 12:00:00',4,26,'{"warning":1,"letter":1,"letter_digest":"1e67830a8675b3f7b04de40ee1b37905ea9a49540e61a840ffcb0c83ae0e1be6","incidents":[1,2]}','6b3f415c586de760153c71bfad67ad489f2083d4f2a5e83f9c7808ad546f4eb6','3db9be0eaf9e4248c23d0a0ba63b443739b7a1f9cfcb3f7e5fe0c3740f70a7f9');
INSERT INTO "event" VALUES(89,89,'letter_posted','2026-10-16 14:00:00',7,26,'{"letter":1,"delivery":1,"on":"2026-10-16"}','3db9be0eaf9e4248c23d0a0ba63b443739b7a1f9cfcb3f7e5fe0c3740f70a7f9','1dbe66bdc0bb663bfd6bf3a120db0684ae1bb6e9e046199557715ea271af4f46');
INSERT INTO "event" VALUES(90,90,'incident_logged','2026-10-27 17:05:00',11,15,'{"incident":3,"digest":"bda007ca30eeedf9a66c58edf1c5bd594d3f4528a149f3e312995ac3a458a2eb"}','1dbe66bdc0bb663bfd6bf3a120db0684ae1bb6e9e046199557715ea271af4f46','fd7c805426b8c5d8489e9e84e50a26566b590a403e8236724e7a30fac8646559');
INSERT INTO "event" VALUES(91,91,'request_taken','2026-10-27 17:05:00',11,15,'{"incident":3,"request":2,"owner":11,"due":"2026-11-10"}','fd7c805426b8c5d8489e9e84e50a26566b590a403e8236724e7a30fac8646559','2d3a9d18187d94de53785e148a1d4e3a88d2db13b3a5b7361298d3a28ef5b5d2');
INSERT INTO "event" VALUES(92,92,'incident_logged','2026-11-02 17:05:00',11,15,'{"incident":4,"digest":"0639f84e740325955a43901a1f7f6baf4b8ba3672bd8767325466089070ccffa"}','2d3a9d18187d94de53785e148a1d4e3a88d2db13b3a5b7361298d3a28ef5b5d2','fb6b3a33c8203aad36c20593c19605296f3ec210de4b8b157c2e95ab7b812f4c');
INSERT INTO "event" VALUES(93,93,'incident_triaged','2026-11-03 10:00:00',4,15,'{"incident":3,"note":4,"kind":"triage"}','fb6b3a33c8203aad36c20593c19605296f3ec210de4b8b157c2e95ab7b812f4c','6bf3b6f09cea0ad033892c6f576d90fa07ed5c469162f8edf337f8b5ae30e2f7');
INSERT INTO "event" VALUES(94,94,'incident_triaged','2026-11-03 10:00:00',4,15,'{"incident":4,"note":5,"kind":"triage"}','6bf3b6f09cea0ad033892c6f576d90fa07ed5c469162f8edf337f8b5ae30e2f7','f590d7f9926117b427781f114517b0f95e3d0b5c91599c23f11d966c8c933e57');
INSERT INTO "event" VALUES(95,95,'request_passed','2026-11-03 10:00:00',11,15,'{"request":2,"owner":6}','f590d7f9926117b427781f114517b0f95e3d0b5c91599c23f11d966c8c933e57','dec4ab9e17c0d90b2b6741e913f84b4286e8da5e622d3ea0b6866babadfd2af5');
INSERT INTO "event" VALUES(96,96,'incident_added_to','2026-11-03 10:00:00',7,15,'{"incident":3,"note":6,"kind":"account"}','dec4ab9e17c0d90b2b6741e913f84b4286e8da5e622d3ea0b6866babadfd2af5','f3d2600b51d26839547b6bd823de7897878cc04e519cf6eb2c86b66d5680a808');
INSERT INTO "event" VALUES(97,97,'request_answered','2026-11-03 14:00:00',6,15,'{"request":2}','f3d2600b51d26839547b6bd823de7897878cc04e519cf6eb2c86b66d5680a808','9b2ff68509f69a17d001de7d9b7bc10345ec4a46d6379279d289ae5768701c4e');
INSERT INTO "event" VALUES(98,98,'warning_drafted','2026-11-05 11:00:00',7,15,'{"warning":2,"kind":"behaviour"}','9b2ff68509f69a17d001de7d9b7bc10345ec4a46d6379279d289ae5768701c4e','f25ba807f603894ff33e7df4a3161d1009e84dea3089ea5ace63b6687b169f24');
INSERT INTO "event" VALUES(99,99,'warning_changed','2026-11-05 11:00:00',7,15,'{"warning":2,"version":1}','f25ba807f603894ff33e7df4a3161d1009e84dea3089ea5ace63b6687b169f24','21bb842b451509182230117b3f48146f7f4af1a45c57161aa1ed75b8c26a836f');
INSERT INTO "event" VALUES(100,100,'warning_read','2026-11-06 12:00:00',8,15,'{"warning":2,"version":1}','21bb842b451509182230117b3f48146f7f4af1a45c57161aa1ed75b8c26a836f','cf50efa1a56fc44e5c332d4852dc59d7af973c6fe6ff39cd60713618fb7a1b3c');
INSERT INTO "event" VALUES(101,101,'considered','2026-11-06 13:00:00',4,15,'{"consideration":2,"purpose":"warning"}','cf50efa1a56fc44e5c332d4852dc59d7af973c6fe6ff39cd60713618fb7a1b3c','889cabadaaa8829901cb152ece7a481aac5219b157dbadec45dd7d15104f171b');
INSERT INTO "event" VALUES(102,102,'warning_issued','2026-11-06 13:00:00',4,15,'{"warning":2,"letter":2,"letter_digest":"a0f71917947b3a5dffec74e471cc8eabac88c641a90dd5b389a420d3718bb74a","incidents":[3,4]}','889cabadaaa8829901cb152ece7a481aac5219b157dbadec45dd7d15104f171b','7842cff4898eb6bfaa63499b1151d26cb1a7fe149f2ccd8d8758c4d9753daefa');
INSERT INTO "event" VALUES(103,103,'letter_posted','2026-11-06 15:00:00',7,15,'{"letter":2,"delivery":2,"on":"2026-11-06"}','7842cff4898eb6bfaa63499b1151d26cb1a7fe149f2ccd8d8758c4d9753daefa','33ab2cffd65d80af8478dea771993e91f4412ba9d5b0b5f5898ebf75796b6c5f');
INSERT INTO "event" VALUES(104,104,'letter_returned','2026-11-06 15:30:00',7,15,'{"letter":2,"delivery":3,"on":"2026-11-06"}','33ab2cffd65d80af8478dea771993e91f4412ba9d5b0b5f5898ebf75796b6c5f','da954dd80af57bcaa29d070babcc45a2920b3a3fd82383517729ac6ad37b93fb');
INSERT INTO "event" VALUES(105,105,'incident_logged','2026-11-06 17:05:00',11,26,'{"incident":5,"digest":"9001acb7529b8955f15aa756102a4609c70459f15f4dbb3116da7caa9009d59b"}','da954dd80af57bcaa29d070babcc45a2920b3a3fd82383517729ac6ad37b93fb','fbea403bf2731af111169c63a73de6690550d4dbc5b8dba7ee858fdca30787cd');
INSERT INTO "event" VALUES(106,106,'restriction_proposed','2026-11-06 17:15:00',7,26,'{"restriction":1}','fbea403bf2731af111169c63a73de6690550d4dbc5b8dba7ee858fdca30787cd','d89ade57a9696f01695fe5fc8cd25e5187031937ea701bf8aa293a97416493ba');
INSERT INTO "event" VALUES(107,107,'restriction_changed','2026-11-06 17:15:00',7,26,'{"restriction":1,"version":1}','d89ade57a9696f01695fe5fc8cd25e5187031937ea701bf8aa293a97416493ba','08f4c2991d9d5907073d05019fb3c4b56b39ef0a8b7dc00ab9db761184258d99');
INSERT INTO "event" VALUES(108,108,'restriction_changed','2026-11-06 17:15:00',7,26,'{"restriction":1,"version":2}','08f4c2991d9d5907073d05019fb3c4b56b39ef0a8b7dc00ab9db761184258d99','0ff23a6d21a0aef41748ed6a8fac038ceed8cf2eba16663d5e72e591dcdd8c8c');
INSERT INTO "event" VALUES(109,109,'considered','2026-11-09 12:00:00',4,26,'{"consideration":3,"purpose":"restriction"}','0ff23a6d21a0aef41748ed6a8fac038ceed8cf2eba16663d5e72e591dcdd8c8c','4800426db95be45c8f1bfcbdbf7042b444e5999b3e393b6bb101b594cd9697f5');
INSERT INTO "event" VALUES(110,110,'restriction_authorised','2026-11-09 12:00:00',4,26,'{"restriction":1,"starts_on":"2026-11-11","ends_on":"2027-05-11","review_on":"2027-02-09","incidents":[5]}','4800426db95be45c8f1bfcbdbf7042b444e5999b3e393b6bb101b594cd9697f5','f05dbf34654dcc5364f0d660fc5b135073da02384a5254d1d235c3c084d439b2');
INSERT INTO "event" VALUES(111,111,'restriction_issued','2026-11-10 13:00:00',4,26,'{"restriction":1,"letter":3,"letter_digest":"c75cbab5351b6532aaa2a89233c905f57a428d3e00dbdbad67e2bc9c06644365","in_force_from":"2026-11-11","ends_on":"2027-05-11"}','f05dbf34654dcc5364f0d660fc5b135073da02384a5254d1d235c3c084d439b2','5239bfffa15cd92c85976ca41f84cb718218507d0aa17bd1549f608ad6da837d');
INSERT INTO "event" VALUES(112,112,'letter_posted','2026-11-10 15:00:00',7,26,'{"letter":3,"delivery":4,"on":"2026-11-10"}','5239bfffa15cd92c85976ca41f84cb718218507d0aa17bd1549f608ad6da837d','d5d759fc1631e0237ff3ceefa900ab14102cbb2cc44e0797d927d4ebc75000ce');
CREATE TABLE "incident" ("id" INTEGER NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "nonce" VARCHAR(32) NOT NULL, "customer_id" INTEGER NOT NULL, "recorded_by_id" INTEGER NOT NULL, "recorded_at" DATETIME NOT NULL, "late_reason" TEXT NOT NULL, "happened_on" DATE NOT NULL, "date_is_about" INTEGER NOT NULL, "started_at" TIME, "ended_at" TIME, "time_unknown_because" TEXT NOT NULL, "until_on" DATE, "contacts_counted" TEXT NOT NULL, "minutes_spent" INTEGER, "channel" VARCHAR(30) NOT NULL, "place" TEXT NOT NULL, "what_happened" TEXT NOT NULL, "exact_words" TEXT NOT NULL, "behaviours" TEXT NOT NULL, "severity" INTEGER NOT NULL, "who_acted" VARCHAR(30) NOT NULL, "identified_by" TEXT NOT NULL, "identity" VARCHAR(12) NOT NULL, "aimed_at_a_person" INTEGER, "caused_fear" INTEGER, "hate_element" INTEGER NOT NULL, "told_to_stop" INTEGER NOT NULL, "told_to_stop_at" TIME, "told_to_stop_words" TEXT NOT NULL, "contact_ended" INTEGER NOT NULL, "contact_ended_at" TIME, "contact_about" TEXT NOT NULL, "nothing_asked" INTEGER NOT NULL, "came_before" TEXT NOT NULL, "protected" VARCHAR(30) NOT NULL, "allegation" TEXT NOT NULL, "observed" TEXT NOT NULL, "witnesses" TEXT NOT NULL, "evidence_held" TEXT NOT NULL, "police" VARCHAR(20) NOT NULL, "police_words" TEXT NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("recorded_by_id") REFERENCES "user" ("id"), CONSTRAINT "incident_severity" CHECK (severity BETWEEN 1 AND 4), CONSTRAINT "incident_period" CHECK (until_on IS NULL OR until_on >= happened_on));
INSERT INTO "incident" VALUES(1,'demonstration-25-incident-0','0d1b4b9e514e79fe0270414debe8750f',26,11,'2026-10-07 16:05:00','','2026-10-07',0,'09:40:00','09:47:00','',NULL,'[]',NULL,'telephone','','The customer rang about a leak under the kitchen sink and shouted insults at the adviser.','You are useless, the lot of you','["verbal_abuse"]',2,'customer','Passed the security questions','certain',1,NULL,0,1,'09:44:00','Asked to speak without insults; warned that the call would be ended.',1,'09:47:00','a leak under the kitchen sink',0,'','','','','','','','');
INSERT INTO "incident" VALUES(2,'demonstration-25-incident-1','cf239dde429773ddc79552934a02eedc',26,11,'2026-10-13 16:05:00','','2026-10-13',0,'10:05:00','10:12:00','',NULL,'[]',NULL,'telephone','','The customer rang about the missed plumber''s visit and swore at the adviser throughout.','Get off your backside and do your job','["verbal_abuse","rudeness"]',2,'customer','Passed the security questions','certain',1,NULL,0,1,'10:09:00','Asked to speak without insults; warned that the call would be ended.',1,'10:12:00','a missed visit',0,'The plumber did not come on the day we had given.','','','','','','','');
INSERT INTO "incident" VALUES(3,'demonstration-14-incident-0','a4b308d851e170da26a9836c76bd191a',15,11,'2026-10-27 17:05:00','','2026-10-27',0,'09:40:00','09:47:00','',NULL,'[]',NULL,'telephone','','The customer rang about a leak under the kitchen sink and shouted insults at the adviser.','You are useless, the lot of you','["verbal_abuse"]',2,'customer','Passed the security questions','certain',1,NULL,0,1,'09:44:00','Asked to speak without insults; warned that the call would be ended.',1,'09:47:00','a leak under the kitchen sink',0,'','','','','','','','');
INSERT INTO "incident" VALUES(4,'demonstration-14-incident-1','e741b647a572dc1dd94b25086a8775e1',15,11,'2026-11-02 17:05:00','','2026-11-02',0,'10:05:00','10:12:00','',NULL,'[]',NULL,'telephone','','The customer rang about the missed plumber''s visit and swore at the adviser throughout.','Get off your backside and do your job','["verbal_abuse","rudeness"]',2,'customer','Passed the security questions','certain',1,NULL,0,1,'10:09:00','Asked to speak without insults; warned that the call would be ended.',1,'10:12:00','a missed visit',0,'The plumber did not come on the day we had given.','','','','','','','');
INSERT INTO "incident" VALUES(5,'demonstration-25-incident-2','7c9de4e2ce9c5c006a15581d47e68e8e',26,11,'2026-11-06 17:05:00','','2026-11-06',0,'09:15:00','09:22:00','',NULL,'[]',NULL,'telephone','','The customer rang about the ceiling and told the adviser that they would find out where they live.','I will find out where you live','["threat","verbal_abuse"]',3,'customer','Passed the security questions','certain',1,1,0,1,'09:19:00','Asked to speak without insults; warned that the call would be ended.',1,'09:22:00','a stained ceiling',0,'','','','','','','not_needed','');
CREATE TABLE "incident_note" ("id" INTEGER NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL, "outcome" VARCHAR(30) NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" DATETIME NOT NULL, "form_key" VARCHAR(64) NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"));
INSERT INTO "incident_note" VALUES(1,1,'triage','warning','A word was tried; it goes on. A written warning should be drafted.',4,'2026-10-14 09:00:00','demonstration-25-triage-0');
INSERT INTO "incident_note" VALUES(2,2,'triage','warning','A word was tried; it goes on. A written warning should be drafted.',4,'2026-10-14 09:00:00','demonstration-25-triage-1');
INSERT INTO "incident_note" VALUES(3,1,'account','','The customer says that they had rung many times before and were at the end of their patience.',7,'2026-10-14 09:00:00','demonstration-25-account');
INSERT INTO "incident_note" VALUES(4,3,'triage','warning','A word was tried; it goes on. A written warning should be drafted.',4,'2026-11-03 10:00:00','demonstration-14-triage-0');
INSERT INTO "incident_note" VALUES(5,4,'triage','warning','A word was tried; it goes on. A written warning should be drafted.',4,'2026-11-03 10:00:00','demonstration-14-triage-1');
INSERT INTO "incident_note" VALUES(6,3,'account','','The customer says that they had rung many times before and were at the end of their patience.',7,'2026-11-03 10:00:00','demonstration-14-account');
CREATE TABLE "incident_staff" ("id" INTEGER NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "user_id" INTEGER NOT NULL, "part" VARCHAR(20) NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"), FOREIGN KEY ("user_id") REFERENCES "user" ("id"));
INSERT INTO "incident_staff" VALUES(1,1,11,'target');
INSERT INTO "incident_staff" VALUES(2,2,11,'target');
INSERT INTO "incident_staff" VALUES(3,3,11,'target');
INSERT INTO "incident_staff" VALUES(4,4,11,'target');
INSERT INTO "incident_staff" VALUES(5,5,11,'target');
CREATE TABLE "letter" ("id" INTEGER NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "kind" VARCHAR(60) NOT NULL, "title" VARCHAR(200) NOT NULL, "format" VARCHAR(30) NOT NULL, "language" VARCHAR(40) NOT NULL, "arranged" TEXT NOT NULL, "html" TEXT NOT NULL, "source" TEXT NOT NULL, "template" VARCHAR(100) NOT NULL, "template_version" VARCHAR(64) NOT NULL, "facts" TEXT NOT NULL, "sha256" VARCHAR(64) NOT NULL, "issued_by_id" INTEGER NOT NULL, "issued_at" DATETIME NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("issued_by_id") REFERENCES "user" ("id"));
INSERT INTO "letter" VALUES(1,26,'warnings/issued','A written warning about your contact with us','standard','English','','<article class="letter letter-standard" lang="en-GB">
<header class="letter-head">
<div class="letter-sender">
<p class="letter-name">Karbon Homes</p>
<p>Number Five<br>Gosforth Park Avenue<br>Gosforth Business Park<br>Newcastle upon Tyne<br>NE12 8EG</p>
<p>0191 498 0100<br>customers@karbonhomes.example<br>www.karbonhomes.example</p>
<p class="letter-dated">16 October 2026</p>
<p class="letter-reference">Our reference: <span class="letter-our-reference">W-00001</span></p>
</div>
<address class="letter-window letter-window-roomy">
<span>Lisa Wong</span><br>
<span>127 Melanie Mills</span><br>
<span>Newcastle upon Tyne</span><br>
<span>NE6 4SB</span>
</address>
</header>
<div class="letter-body">
<p class="letter-greeting">Dear Ms Wong</p>
<h2 class="letter-title">A written warning about your contact with us</h2>
<p>I am writing about the two events set out below. This letter is a formal warning. It says what happened, what we are doing about the matter behind it, what we ask of you, and what may follow if it happens again.</p>
<p><strong>What to do next:</strong> please read this letter and tell me your side of it by Tuesday 3&nbsp;November&nbsp;2026.</p>
<h3>What happened</h3>
<section class="incident">
<p><strong>Wednesday 7&nbsp;October&nbsp;2026, 9.40&nbsp;am to 9.47&nbsp;am, by telephone</strong></p>
<p>The customer rang about a leak under the kitchen sink and shouted insults at the adviser.</p>
<p>The words were:</p>
<blockquote>
<p>“You are useless, the lot of you”</p>
</blockquote>
<p>In our policy this comes under <strong>Aggressive or abusive behaviour</strong> (Swore at or insulted somebody). Our reference for it is I-00001.</p>
</section>
<section class="incident">
<p><strong>Tuesday 13&nbsp;October&nbsp;2026, 10.05&nbsp;am to 10.12&nbsp;am, by telephone</strong></p>
<p>The customer rang about the missed plumber''s visit and swore at the adviser throughout.</p>
<p>The words were:</p>
<blockquote>
<p>“Get off your backside and do your job”</p>
</blockquote>
<p>In our policy this comes under <strong>Aggressive or abusive behaviour</strong> (Swore at or insulted somebody and Was persistently rude). Our reference for it is I-00002.</p>
</section>
<h3>Why this matters</h3>
<p>The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.</p>
<h3>What we could have done better</h3>
<p>Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.</p>
<h3>What we are doing about the matter behind this</h3>
<p>A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.</p>
<p>You asked When will the leak under the sink be repaired?. Our answer is enclosed with this letter.</p>
<p>What you asked for is yours to ask, and nothing in this letter changes that. The answer may come from a manager and not from the person you first wrote or spoke to.</p>
<h3>What we ask of you from now on</h3>
<p>Please tell us what is wrong in your home without insults, so that we can put it right quickly.</p>
<p>You are free to disagree with us, to complain, and to tell us plainly when we get things wrong. That will never be held against you.</p>
<h3>What may follow if it happens again</h3>
<p>Nothing changes today. You can contact us as you do now. But if something like this happens again while this warning lasts, a manager may decide to:</p>
<ul>
<li>ask you to contact us only by letters and <span class="whole">e-mails</span></li>
</ul>
<p>This would last up to 6&nbsp;months. It would not happen by itself. A manager would first look at everything we know, with what you have told us. If the manager decided on it, we would write to you with the reasons, the dates and how to appeal.</p>
<h3>How long this warning lasts</h3>
<p>It lasts 6&nbsp;months from the day you receive this letter. If nothing more happens in that time, the warning ends by itself and cannot be used as a reason to limit your contact with us.</p>
<h3>Tell us your side</h3>
<p>We want to hear how you see this. You can answer in any way that suits you: by telephone, by <span class="whole">e-mail</span>, by letter, in person, or through someone you choose.</p>
<p>Please tell us if your health, a disability or something that is going on in your life played a part. Tell us too if there is a better way for us to deal with you, such as another time of day, another way of contact, or more time. We will take it into account.</p>
<p>If you think anything in this letter is wrong, please tell me by <strong>Tuesday 3&nbsp;November&nbsp;2026</strong>. That is 10&nbsp;working&nbsp;days after we expect this letter to reach you. If you need longer, ask me. I will check what you say against our records and write to you with what I find. If we have made a mistake, we will put it right, and if the warning should not have been given we will withdraw it.</p>
<h3>What is always open to you</h3>
<p>Nothing in this letter changes how you can contact us about these:</p>
<ul>
<li><strong>emergencies</strong>: ring 0191&nbsp;498&nbsp;0199, day or night; if anyone is in danger, ring 999</li>
<li><strong>repairs, damp and mould, and other hazards in your home</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>gas and electrical safety</strong>: ring 0191&nbsp;498&nbsp;0199, day or night</li>
<li><strong>safeguarding and domestic abuse</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>complaints, and appeals against our decisions</strong>: write to complaints@karbonhomes.example or use any other way</li>
<li><strong>the Housing Ombudsman</strong>: ring 0300&nbsp;111&nbsp;3000</li>
<li><strong>your MP and your councillors</strong>: write to them or see them as you always could; we answer them</li>
<li><strong>an adviser, a solicitor or somebody you have chosen to speak for you</strong>: they may speak or write to us for you in any way</li>
<li><strong>rent and other payments</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>requests for your data or for information</strong>: write to data.protection@karbonhomes.example or use any other way</li>
</ul>
<h3>Help with this letter</h3>
<p>You may have help from anyone you choose: a friend, a relative, an adviser, an advocate, a support worker or a solicitor. If you want someone to speak for you, tell us who, and we will deal with them.</p>
<p>You can have this letter in another form: large print, audio, braille, easy read, another language or by <span class="whole">e-mail</span>. Telephone 0191&nbsp;498&nbsp;0100 or <span class="whole">e-mail</span> customers@karbonhomes.example and tell us what you need.</p>
<h3>If you are unhappy with how we have dealt with you</h3>
<p>You can contact the <strong>Housing Ombudsman Service</strong> at any time. It is independent of us, it is free, and it can advise you even while we are still dealing with a matter. Telephone 0300&nbsp;111&nbsp;3000, <span class="whole">e-mail</span> info@housing-ombudsman.org.uk, website www.housing-ombudsman.org.uk, or write to PO Box 1484, Unit D, Preston, PR2 0ET.</p>
<p>You can also make a complaint to us: telephone 0191&nbsp;498&nbsp;0100 or <span class="whole">e-mail</span> complaints@karbonhomes.example.</p>
<h3>What we record, and who sees it</h3>
<p>We keep this letter and our notes of what happened on your file. Your account shows our staff: “A written warning is in place”. We have told colleagues who deal with you, because they need to know it for their work. We keep it for 2 years after the warning ends.</p>
<p>You can ask us for a copy of what we hold about you, and ask us to correct it. If you are unhappy with how we use your information, please complain to us first, at complaints@karbonhomes.example. If you are still unhappy you can go to the Information Commissioner''s Office: telephone 0303&nbsp;123&nbsp;1113, website www.ico.org.uk.</p>
<p>We have followed our Unacceptable Customer Behaviour Policy, which is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour.</p>
<section class="letter-signature">
<p>Yours sincerely</p>
<div class="letter-hand"></div>
<p><strong>Priya Nair</strong><br>Housing manager, north, Karbon Homes<br>Telephone 0191 498 0113<br>E-mail priya.nair@karbonhomes.example</p>
<p class="letter-enclosures">Enclosed: Unacceptable Customer Behaviour Policy</p>
</section>
</div>
</article>
','I am writing about the two events set out below. This letter is a formal warning. It says what happened, what we are doing about the matter behind it, what we ask of you, and what may follow if it happens again.

**What to do next:** please read this letter and tell me your side of it by Tuesday 3 November 2026.

## What happened

::: incident
**Wednesday 7 October 2026, 9.40 am to 9.47 am, by telephone**

The customer rang about a leak under the kitchen sink and shouted insults at the adviser.

The words were:

> “You are useless, the lot of you”

In our policy this comes under **Aggressive or abusive behaviour** (Swore at or insulted somebody). Our reference for it is I-00001.

:::

::: incident
**Tuesday 13 October 2026, 10.05 am to 10.12 am, by telephone**

The customer rang about the missed plumber''s visit and swore at the adviser throughout.

The words were:

> “Get off your backside and do your job”

In our policy this comes under **Aggressive or abusive behaviour** (Swore at or insulted somebody and Was persistently rude). Our reference for it is I-00002.

:::


## Why this matters

The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.

## What we could have done better

Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.

## What we are doing about the matter behind this

A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.

You asked When will the leak under the sink be repaired?. Our answer is enclosed with this letter.

What you asked for is yours to ask, and nothing in this letter changes that. The answer may come from a manager and not from the person you first wrote or spoke to.

## What we ask of you from now on

Please tell us what is wrong in your home without insults, so that we can put it right quickly.

You are free to disagree with us, to complain, and to tell us plainly when we get things wrong. That will never be held against you.

## What may follow if it happens again

Nothing changes today. You can contact us as you do now. But if something like this happens again while this warning lasts, a manager may decide to:

- ask you to contact us only by letters and e-mails

This would last up to 6 months. It would not happen by itself. A manager would first look at everything we know, with what you have told us. If the manager decided on it, we would write to you with the reasons, the dates and how to appeal.

## How long this warning lasts

It lasts 6 months from the day you receive this letter. If nothing more happens in that time, the warning ends by itself and cannot be used as a reason to limit your contact with us.

## Tell us your side

We want to hear how you see this. You can answer in any way that suits you: by telephone, by e-mail, by letter, in person, or through someone you choose.

Please tell us if your health, a disability or something that is going on in your life played a part. Tell us too if there is a better way for us to deal with you, such as another time of day, another way of contact, or more time. We will take it into account.

If you think anything in this letter is wrong, please tell me by **Tuesday 3 November 2026**. That is 10 working days after we expect this letter to reach you. If you need longer, ask me. I will check what you say against our records and write to you with what I find. If we have made a mistake, we will put it right, and if the warning should not have been given we will withdraw it.

## What is always open to you

Nothing in this letter changes how you can contact us about these:

- **emergencies**: ring 0191 498 0199, day or night; if anyone is in danger, ring 999
- **repairs, damp and mould, and other hazards in your home**: ring 0191 498 0100 or use any other way
- **gas and electrical safety**: ring 0191 498 0199, day or night
- **safeguarding and domestic abuse**: ring 0191 498 0100 or use any other way
- **complaints, and appeals against our decisions**: write to complaints&#64;karbonhomes.example or use any other way
- **the Housing Ombudsman**: ring 0300 111 3000
- **your MP and your councillors**: write to them or see them as you always could; we answer them
- **an adviser, a solicitor or somebody you have chosen to speak for you**: they may speak or write to us for you in any way
- **rent and other payments**: ring 0191 498 0100 or use any other way
- **requests for your data or for information**: write to data.protection&#64;karbonhomes.example or use any other way

## Help with this letter

You may have help from anyone you choose: a friend, a relative, an adviser, an advocate, a support worker or a solicitor. If you want someone to speak for you, tell us who, and we will deal with them.

You can have this letter in another form: large print, audio, braille, easy read, another language or by e-mail. Telephone 0191 498 0100 or e-mail customers&#64;karbonhomes.example and tell us what you need.

## If you are unhappy with how we have dealt with you

You can contact the **Housing Ombudsman Service** at any time. It is independent of us, it is free, and it can advise you even while we are still dealing with a matter. Telephone 0300 111 3000, e-mail info&#64;housing-ombudsman.org.uk, website www.housing-ombudsman.org.uk, or write to PO Box 1484, Unit D, Preston, PR2 0ET.

You can also make a complaint to us: telephone 0191 498 0100 or e-mail complaints&#64;karbonhomes.example.

## What we record, and who sees it

We keep this letter and our notes of what happened on your file. Your account shows our staff: “A written warning is in place”. We have told colleagues who deal with you, because they need to know it for their work. We keep it for 2 years after the warning ends.

You can ask us for a copy of what we hold about you, and ask us to correct it. If you are unhappy with how we use your information, please complain to us first, at complaints&#64;karbonhomes.example. If you are still unhappy you can go to the Information Commissioner''s Office: telephone 0303 123 1113, website www.ico.org.uk.

We have followed our Unacceptable Customer Behaviour Policy, which is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour.
','warnings/issued','74071fc49406','{"organisation":{"name":"Karbon Homes","address_lines":["Number Five","Gosforth Park Avenue","Gosforth Business Park","Newcastle upon Tyne","NE12 8EG"],"telephone":"0191 498 0100","email":"customers@karbonhomes.example","website":"www.karbonhomes.example","emergency_telephone":"0191 498 0199","complaints_email":"complaints@karbonhomes.example"},"ombudsman":{"name":"Housing Ombudsman Service","telephone":"0300 111 3000","email":"info@housing-ombudsman.org.uk","website":"www.housing-ombudsman.org.uk","address":"PO Box 1484, Unit D, Preston, PR2 0ET"},"information_regulator":{"name":"Information Commissioner''s Office","telephone":"0303 123 1113","website":"www.ico.org.uk"},"policy":{"title":"Unacceptable Customer Behaviour Policy","where":"is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour"},"recipient":{"name":"Lisa Wong","salutation":"Ms Wong","address_lines":["127 Melanie Mills","Newcastle upon Tyne","NE6 4SB"]},"sender":{"name":"Priya Nair","job_title":"Housing manager, north","telephone":"0191 498 0113","email":"priya.nair@karbonhomes.example"},"reference":"W-00001","date":"2026-10-16","format_offers":["large print","audio","braille","easy read","another language","by e-mail"],"always_open":[{"what":"emergencies","how":"ring 0191 498 0199, day or night; if anyone is in danger, ring 999"},{"what":"repairs, damp and mould, and other hazards in your home","how":"ring 0191 498 0100 or use any other way"},{"what":"gas and electrical safety","how":"ring 0191 498 0199, day or night"},{"what":"safeguarding and domestic abuse","how":"ring 0191 498 0100 or use any other way"},{"what":"complaints, and appeals against our decisions","how":"write to complaints@karbonhomes.example or use any other way"},{"what":"the Housing Ombudsman","how":"ring 0300 111 3000"},{"what":"your MP and your councillors","how":"write to them or see them as you always could; we answer them"},{"what":"an adviser, a solicitor or somebody you have chosen to speak for you","how":"they may speak or write to us for you in any way"},{"what":"rent and other payments","how":"ring 0191 498 0100 or use any other way"},{"what":"requests for your data or for information","how":"write to data.protection@karbonhomes.example or use any other way"}],"kept_words":"for 2 years after the warning ends","icon_words":"A written warning is in place","told":["colleagues who deal with you"],"enclosures":["Unacceptable Customer Behaviour Policy"],"incidents":[{"reference":"I-00001","date":"2026-10-07","date_is_about":false,"until":null,"start_time":"09:40:00","end_time":"09:47:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about a leak under the kitchen sink and shouted insults at the adviser.","exact_words":"You are useless, the lot of you","behaviours":["Swore at or insulted somebody"],"headings":["Aggressive or abusive behaviour"]},{"reference":"I-00002","date":"2026-10-13","date_is_about":false,"until":null,"start_time":"10:05:00","end_time":"10:12:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about the missed plumber''s visit and swore at the adviser throughout.","exact_words":"Get off your backside and do your job","behaviours":["Swore at or insulted somebody","Was persistently rude"],"headings":["Aggressive or abusive behaviour"]}],"sanctions":[{"kind":"channels","words":"ask you to contact us only by letters and e-mails"}],"sanction_months":6,"valid_months":6,"dispute_by":"2026-11-03","dispute_days":10,"requests":[{"words":"When will the leak under the sink be repaired?","enclosed":true,"due_on":"2026-10-21","owner_role":"customer contact manager"}]}','1e67830a8675b3f7b04de40ee1b37905ea9a49540e61a840ffcb0c83ae0e1be6',4,'2026-10-16 12:00:00');
INSERT INTO "letter" VALUES(2,15,'warnings/issued','A written warning about your contact with us','standard','English','','<article class="letter letter-standard" lang="en-GB">
<header class="letter-head">
<div class="letter-sender">
<p class="letter-name">Karbon Homes</p>
<p>Number Five<br>Gosforth Park Avenue<br>Gosforth Business Park<br>Newcastle upon Tyne<br>NE12 8EG</p>
<p>0191 498 0100<br>customers@karbonhomes.example<br>www.karbonhomes.example</p>
<p class="letter-dated">6 November 2026</p>
<p class="letter-reference">Our reference: <span class="letter-our-reference">W-00002</span></p>
</div>
<address class="letter-window letter-window-roomy">
<span>Mark Harris</span><br>
<span>45 Coleman Villages</span><br>
<span>Gateshead</span><br>
<span>NE8 8EB</span>
</address>
</header>
<div class="letter-body">
<p class="letter-greeting">Dear Mr Harris</p>
<h2 class="letter-title">A written warning about your contact with us</h2>
<p>I am writing about the two events set out below. This letter is a formal warning. It says what happened, what we are doing about the matter behind it, what we ask of you, and what may follow if it happens again.</p>
<p><strong>What to do next:</strong> please read this letter and tell me your side of it by Tuesday 24&nbsp;November&nbsp;2026.</p>
<h3>What happened</h3>
<section class="incident">
<p><strong>Tuesday 27&nbsp;October&nbsp;2026, 9.40&nbsp;am to 9.47&nbsp;am, by telephone</strong></p>
<p>The customer rang about a leak under the kitchen sink and shouted insults at the adviser.</p>
<p>The words were:</p>
<blockquote>
<p>“You are useless, the lot of you”</p>
</blockquote>
<p>In our policy this comes under <strong>Aggressive or abusive behaviour</strong> (Swore at or insulted somebody). Our reference for it is I-00003.</p>
</section>
<section class="incident">
<p><strong>Monday 2&nbsp;November&nbsp;2026, 10.05&nbsp;am to 10.12&nbsp;am, by telephone</strong></p>
<p>The customer rang about the missed plumber''s visit and swore at the adviser throughout.</p>
<p>The words were:</p>
<blockquote>
<p>“Get off your backside and do your job”</p>
</blockquote>
<p>In our policy this comes under <strong>Aggressive or abusive behaviour</strong> (Swore at or insulted somebody and Was persistently rude). Our reference for it is I-00004.</p>
</section>
<h3>Why this matters</h3>
<p>The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.</p>
<h3>What we could have done better</h3>
<p>Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.</p>
<h3>What we are doing about the matter behind this</h3>
<p>A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.</p>
<p>You asked When will the leak under the sink be repaired?. Our answer is enclosed with this letter.</p>
<p>What you asked for is yours to ask, and nothing in this letter changes that. The answer may come from a manager and not from the person you first wrote or spoke to.</p>
<h3>What we ask of you from now on</h3>
<p>Please tell us what is wrong in your home without insults, so that we can put it right quickly.</p>
<p>You are free to disagree with us, to complain, and to tell us plainly when we get things wrong. That will never be held against you.</p>
<h3>What may follow if it happens again</h3>
<p>Nothing changes today. You can contact us as you do now. But if something like this happens again while this warning lasts, a manager may decide to:</p>
<ul>
<li>ask you to contact us only by letters and <span class="whole">e-mails</span></li>
</ul>
<p>This would last up to 6&nbsp;months. It would not happen by itself. A manager would first look at everything we know, with what you have told us. If the manager decided on it, we would write to you with the reasons, the dates and how to appeal.</p>
<h3>How long this warning lasts</h3>
<p>It lasts 6&nbsp;months from the day you receive this letter. If nothing more happens in that time, the warning ends by itself and cannot be used as a reason to limit your contact with us.</p>
<h3>Tell us your side</h3>
<p>We want to hear how you see this. You can answer in any way that suits you: by telephone, by <span class="whole">e-mail</span>, by letter, in person, or through someone you choose.</p>
<p>Please tell us if your health, a disability or something that is going on in your life played a part. Tell us too if there is a better way for us to deal with you, such as another time of day, another way of contact, or more time. We will take it into account.</p>
<p>If you think anything in this letter is wrong, please tell me by <strong>Tuesday 24&nbsp;November&nbsp;2026</strong>. That is 10&nbsp;working&nbsp;days after we expect this letter to reach you. If you need longer, ask me. I will check what you say against our records and write to you with what I find. If we have made a mistake, we will put it right, and if the warning should not have been given we will withdraw it.</p>
<h3>What is always open to you</h3>
<p>Nothing in this letter changes how you can contact us about these:</p>
<ul>
<li><strong>emergencies</strong>: ring 0191&nbsp;498&nbsp;0199, day or night; if anyone is in danger, ring 999</li>
<li><strong>repairs, damp and mould, and other hazards in your home</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>gas and electrical safety</strong>: ring 0191&nbsp;498&nbsp;0199, day or night</li>
<li><strong>safeguarding and domestic abuse</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>complaints, and appeals against our decisions</strong>: write to complaints@karbonhomes.example or use any other way</li>
<li><strong>the Housing Ombudsman</strong>: ring 0300&nbsp;111&nbsp;3000</li>
<li><strong>your MP and your councillors</strong>: write to them or see them as you always could; we answer them</li>
<li><strong>an adviser, a solicitor or somebody you have chosen to speak for you</strong>: they may speak or write to us for you in any way</li>
<li><strong>rent and other payments</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>requests for your data or for information</strong>: write to data.protection@karbonhomes.example or use any other way</li>
</ul>
<h3>Help with this letter</h3>
<p>You may have help from anyone you choose: a friend, a relative, an adviser, an advocate, a support worker or a solicitor. If you want someone to speak for you, tell us who, and we will deal with them.</p>
<p>You can have this letter in another form: large print, audio, braille, easy read, another language or by <span class="whole">e-mail</span>. Telephone 0191&nbsp;498&nbsp;0100 or <span class="whole">e-mail</span> customers@karbonhomes.example and tell us what you need.</p>
<h3>If you are unhappy with how we have dealt with you</h3>
<p>You can contact the <strong>Housing Ombudsman Service</strong> at any time. It is independent of us, it is free, and it can advise you even while we are still dealing with a matter. Telephone 0300&nbsp;111&nbsp;3000, <span class="whole">e-mail</span> info@housing-ombudsman.org.uk, website www.housing-ombudsman.org.uk, or write to PO Box 1484, Unit D, Preston, PR2 0ET.</p>
<p>You can also make a complaint to us: telephone 0191&nbsp;498&nbsp;0100 or <span class="whole">e-mail</span> complaints@karbonhomes.example.</p>
<h3>What we record, and who sees it</h3>
<p>We keep this letter and our notes of what happened on your file. Your account shows our staff: “A written warning is in place”. We have told colleagues who deal with you, because they need to know it for their work. We keep it for 2 years after the warning ends.</p>
<p>You can ask us for a copy of what we hold about you, and ask us to correct it. If you are unhappy with how we use your information, please complain to us first, at complaints@karbonhomes.example. If you are still unhappy you can go to the Information Commissioner''s Office: telephone 0303&nbsp;123&nbsp;1113, website www.ico.org.uk.</p>
<p>We have followed our Unacceptable Customer Behaviour Policy, which is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour.</p>
<section class="letter-signature">
<p>Yours sincerely</p>
<div class="letter-hand"></div>
<p><strong>Priya Nair</strong><br>Housing manager, north, Karbon Homes<br>Telephone 0191 498 0113<br>E-mail priya.nair@karbonhomes.example</p>
<p class="letter-enclosures">Enclosed: Unacceptable Customer Behaviour Policy</p>
</section>
</div>
</article>
','I am writing about the two events set out below. This letter is a formal warning. It says what happened, what we are doing about the matter behind it, what we ask of you, and what may follow if it happens again.

**What to do next:** please read this letter and tell me your side of it by Tuesday 24 November 2026.

## What happened

::: incident
**Tuesday 27 October 2026, 9.40 am to 9.47 am, by telephone**

The customer rang about a leak under the kitchen sink and shouted insults at the adviser.

The words were:

> “You are useless, the lot of you”

In our policy this comes under **Aggressive or abusive behaviour** (Swore at or insulted somebody). Our reference for it is I-00003.

:::

::: incident
**Monday 2 November 2026, 10.05 am to 10.12 am, by telephone**

The customer rang about the missed plumber''s visit and swore at the adviser throughout.

The words were:

> “Get off your backside and do your job”

In our policy this comes under **Aggressive or abusive behaviour** (Swore at or insulted somebody and Was persistently rude). Our reference for it is I-00004.

:::


## Why this matters

The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.

## What we could have done better

Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.

## What we are doing about the matter behind this

A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.

You asked When will the leak under the sink be repaired?. Our answer is enclosed with this letter.

What you asked for is yours to ask, and nothing in this letter changes that. The answer may come from a manager and not from the person you first wrote or spoke to.

## What we ask of you from now on

Please tell us what is wrong in your home without insults, so that we can put it right quickly.

You are free to disagree with us, to complain, and to tell us plainly when we get things wrong. That will never be held against you.

## What may follow if it happens again

Nothing changes today. You can contact us as you do now. But if something like this happens again while this warning lasts, a manager may decide to:

- ask you to contact us only by letters and e-mails

This would last up to 6 months. It would not happen by itself. A manager would first look at everything we know, with what you have told us. If the manager decided on it, we would write to you with the reasons, the dates and how to appeal.

## How long this warning lasts

It lasts 6 months from the day you receive this letter. If nothing more happens in that time, the warning ends by itself and cannot be used as a reason to limit your contact with us.

## Tell us your side

We want to hear how you see this. You can answer in any way that suits you: by telephone, by e-mail, by letter, in person, or through someone you choose.

Please tell us if your health, a disability or something that is going on in your life played a part. Tell us too if there is a better way for us to deal with you, such as another time of day, another way of contact, or more time. We will take it into account.

If you think anything in this letter is wrong, please tell me by **Tuesday 24 November 2026**. That is 10 working days after we expect this letter to reach you. If you need longer, ask me. I will check what you say against our records and write to you with what I find. If we have made a mistake, we will put it right, and if the warning should not have been given we will withdraw it.

## What is always open to you

Nothing in this letter changes how you can contact us about these:

- **emergencies**: ring 0191 498 0199, day or night; if anyone is in danger, ring 999
- **repairs, damp and mould, and other hazards in your home**: ring 0191 498 0100 or use any other way
- **gas and electrical safety**: ring 0191 498 0199, day or night
- **safeguarding and domestic abuse**: ring 0191 498 0100 or use any other way
- **complaints, and appeals against our decisions**: write to complaints&#64;karbonhomes.example or use any other way
- **the Housing Ombudsman**: ring 0300 111 3000
- **your MP and your councillors**: write to them or see them as you always could; we answer them
- **an adviser, a solicitor or somebody you have chosen to speak for you**: they may speak or write to us for you in any way
- **rent and other payments**: ring 0191 498 0100 or use any other way
- **requests for your data or for information**: write to data.protection&#64;karbonhomes.example or use any other way

## Help with this letter

You may have help from anyone you choose: a friend, a relative, an adviser, an advocate, a support worker or a solicitor. If you want someone to speak for you, tell us who, and we will deal with them.

You can have this letter in another form: large print, audio, braille, easy read, another language or by e-mail. Telephone 0191 498 0100 or e-mail customers&#64;karbonhomes.example and tell us what you need.

## If you are unhappy with how we have dealt with you

You can contact the **Housing Ombudsman Service** at any time. It is independent of us, it is free, and it can advise you even while we are still dealing with a matter. Telephone 0300 111 3000, e-mail info&#64;housing-ombudsman.org.uk, website www.housing-ombudsman.org.uk, or write to PO Box 1484, Unit D, Preston, PR2 0ET.

You can also make a complaint to us: telephone 0191 498 0100 or e-mail complaints&#64;karbonhomes.example.

## What we record, and who sees it

We keep this letter and our notes of what happened on your file. Your account shows our staff: “A written warning is in place”. We have told colleagues who deal with you, because they need to know it for their work. We keep it for 2 years after the warning ends.

You can ask us for a copy of what we hold about you, and ask us to correct it. If you are unhappy with how we use your information, please complain to us first, at complaints&#64;karbonhomes.example. If you are still unhappy you can go to the Information Commissioner''s Office: telephone 0303 123 1113, website www.ico.org.uk.

We have followed our Unacceptable Customer Behaviour Policy, which is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour.
','warnings/issued','74071fc49406','{"organisation":{"name":"Karbon Homes","address_lines":["Number Five","Gosforth Park Avenue","Gosforth Business Park","Newcastle upon Tyne","NE12 8EG"],"telephone":"0191 498 0100","email":"customers@karbonhomes.example","website":"www.karbonhomes.example","emergency_telephone":"0191 498 0199","complaints_email":"complaints@karbonhomes.example"},"ombudsman":{"name":"Housing Ombudsman Service","telephone":"0300 111 3000","email":"info@housing-ombudsman.org.uk","website":"www.housing-ombudsman.org.uk","address":"PO Box 1484, Unit D, Preston, PR2 0ET"},"information_regulator":{"name":"Information Commissioner''s Office","telephone":"0303 123 1113","website":"www.ico.org.uk"},"policy":{"title":"Unacceptable Customer Behaviour Policy","where":"is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour"},"recipient":{"name":"Mark Harris","salutation":"Mr Harris","address_lines":["45 Coleman Villages","Gateshead","NE8 8EB"]},"sender":{"name":"Priya Nair","job_title":"Housing manager, north","telephone":"0191 498 0113","email":"priya.nair@karbonhomes.example"},"reference":"W-00002","date":"2026-11-06","format_offers":["large print","audio","braille","easy read","another language","by e-mail"],"always_open":[{"what":"emergencies","how":"ring 0191 498 0199, day or night; if anyone is in danger, ring 999"},{"what":"repairs, damp and mould, and other hazards in your home","how":"ring 0191 498 0100 or use any other way"},{"what":"gas and electrical safety","how":"ring 0191 498 0199, day or night"},{"what":"safeguarding and domestic abuse","how":"ring 0191 498 0100 or use any other way"},{"what":"complaints, and appeals against our decisions","how":"write to complaints@karbonhomes.example or use any other way"},{"what":"the Housing Ombudsman","how":"ring 0300 111 3000"},{"what":"your MP and your councillors","how":"write to them or see them as you always could; we answer them"},{"what":"an adviser, a solicitor or somebody you have chosen to speak for you","how":"they may speak or write to us for you in any way"},{"what":"rent and other payments","how":"ring 0191 498 0100 or use any other way"},{"what":"requests for your data or for information","how":"write to data.protection@karbonhomes.example or use any other way"}],"kept_words":"for 2 years after the warning ends","icon_words":"A written warning is in place","told":["colleagues who deal with you"],"enclosures":["Unacceptable Customer Behaviour Policy"],"incidents":[{"reference":"I-00003","date":"2026-10-27","date_is_about":false,"until":null,"start_time":"09:40:00","end_time":"09:47:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about a leak under the kitchen sink and shouted insults at the adviser.","exact_words":"You are useless, the lot of you","behaviours":["Swore at or insulted somebody"],"headings":["Aggressive or abusive behaviour"]},{"reference":"I-00004","date":"2026-11-02","date_is_about":false,"until":null,"start_time":"10:05:00","end_time":"10:12:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about the missed plumber''s visit and swore at the adviser throughout.","exact_words":"Get off your backside and do your job","behaviours":["Swore at or insulted somebody","Was persistently rude"],"headings":["Aggressive or abusive behaviour"]}],"sanctions":[{"kind":"channels","words":"ask you to contact us only by letters and e-mails"}],"sanction_months":6,"valid_months":6,"dispute_by":"2026-11-24","dispute_days":10,"requests":[{"words":"When will the leak under the sink be repaired?","enclosed":true,"due_on":"2026-11-10","owner_role":"customer contact manager"}]}','a0f71917947b3a5dffec74e471cc8eabac88c641a90dd5b389a420d3718bb74a',4,'2026-11-06 13:00:00');
INSERT INTO "letter" VALUES(3,26,'restrictions/imposed','Our decision to limit how you contact us','standard','English','','<article class="letter letter-standard" lang="en-GB">
<header class="letter-head">
<div class="letter-sender">
<p class="letter-name">Karbon Homes</p>
<p>Number Five<br>Gosforth Park Avenue<br>Gosforth Business Park<br>Newcastle upon Tyne<br>NE12 8EG</p>
<p>0191 498 0100<br>customers@karbonhomes.example<br>www.karbonhomes.example</p>
<p class="letter-dated">10 November 2026</p>
<p class="letter-reference">Our reference: <span class="letter-our-reference">R-00001</span></p>
</div>
<address class="letter-window letter-window-roomy">
<span>Lisa Wong</span><br>
<span>127 Melanie Mills</span><br>
<span>Newcastle upon Tyne</span><br>
<span>NE6 4SB</span>
</address>
</header>
<div class="letter-body">
<p class="letter-greeting">Dear Ms Wong</p>
<h2 class="letter-title">Our decision to limit how you contact us</h2>
<p>On 16&nbsp;October&nbsp;2026 we wrote to warn you about your contact with us. Since then something more has happened, which is set out below. Because of it, our Housing manager, north decided on 9&nbsp;November&nbsp;2026 to limit how you contact us for a time, from 11&nbsp;November&nbsp;2026 to 11&nbsp;May&nbsp;2027. This letter says why, how the arrangement works, what stays open to you, and how to appeal. You have until 10&nbsp;December&nbsp;2026 to appeal.</p>
<p><strong>What to do next:</strong> please read how the arrangement works. If any of it would be difficult for you, tell me before Wednesday 11&nbsp;November&nbsp;2026 if you can, or at any time.</p>
<h3>What has happened since our warning</h3>
<section class="incident">
<p><strong>Friday 6&nbsp;November&nbsp;2026, 9.15&nbsp;am to 9.22&nbsp;am, by telephone</strong></p>
<p>The customer rang about the ceiling and told the adviser that they would find out where they live.</p>
<p>The words were:</p>
<blockquote>
<p>“I will find out where you live”</p>
</blockquote>
<p>In our policy this comes under <strong>Aggressive or abusive behaviour</strong> (Threatened somebody and Swore at or insulted somebody). Our reference for it is I-00005.</p>
</section>
<h3>Why we have decided this</h3>
<p>The calls went on in the same manner after our warning. A talk with the housing manager and the promise of one contact in the repairs team did not change them.</p>
<h3>What we are doing about the matter behind this</h3>
<p>The ceiling will be made good. The repairs team will write to you with the day.</p>
<h3>How the arrangement works</h3>
<section class="dates">
<ul>
<li><strong>Starts:</strong> Wednesday 11&nbsp;November&nbsp;2026</li>
<li><strong>Review:</strong> Tuesday 9&nbsp;February&nbsp;2027, by our manager, who will write to you with the result</li>
<li><strong>Ends:</strong> Tuesday 11&nbsp;May&nbsp;2027</li>
</ul>
</section>
<p>This applies to all our services and offices. It applies to you alone, and to nobody who lives with you or speaks for you.</p>
<section class="term">
<p><strong>How you can contact us.</strong> Please contact us in one of these ways:</p>
<ul>
<li>Letters: Number Five, Gosforth Park Avenue, Gosforth Business Park, Newcastle upon Tyne, NE12 8EG</li>
<li><span class="whole">E-mails</span>: customers@karbonhomes.example</li>
</ul>
</section>
<p><strong>If you contact us in another way</strong> during this time, it is not lost. A person reads it and puts it on your file. If it is about something new, we look at it on its merits and deal with it. If it is about something we have already answered, we may not reply again. We do not block your telephone number or your <span class="whole">e-mail</span> address.</p>
<h3>What is always open to you</h3>
<p>Nothing in this letter changes how you can contact us about these:</p>
<ul>
<li><strong>emergencies</strong>: ring 0191&nbsp;498&nbsp;0199, day or night; if anyone is in danger, ring 999</li>
<li><strong>repairs, damp and mould, and other hazards in your home</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>gas and electrical safety</strong>: ring 0191&nbsp;498&nbsp;0199, day or night</li>
<li><strong>safeguarding and domestic abuse</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>complaints, and appeals against our decisions</strong>: write to complaints@karbonhomes.example or use any other way</li>
<li><strong>the Housing Ombudsman</strong>: ring 0300&nbsp;111&nbsp;3000</li>
<li><strong>your MP and your councillors</strong>: write to them or see them as you always could; we answer them</li>
<li><strong>an adviser, a solicitor or somebody you have chosen to speak for you</strong>: they may speak or write to us for you in any way</li>
<li><strong>rent and other payments</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>requests for your data or for information</strong>: write to data.protection@karbonhomes.example or use any other way</li>
</ul>
<h3>What we promise</h3>
<p>We will answer what you send us within 5&nbsp;working&nbsp;days. If the person you deal with is away, somebody else will cover and you will not have to wait. Repairs, safety checks and visits that you need go on as before.</p>
<p>Every repair you report goes on as before.</p>
<h3>What we have done to make this fair to you</h3>
<p>You told us that you would rather write than ring. We will answer every letter and <span class="whole">e-mail</span>.</p>
<p>If the arrangement is difficult for you because of your health, a disability or anything else, tell us at any time and in any way. We will look at it again at once.</p>
<h3>What would end this sooner</h3>
<p>If your letters and <span class="whole">e-mails</span> stay free of insults until the review, we will look at ending this.</p>
<p>We can end the arrangement at the review or before it. You can ask us to look at it again whenever something changes.</p>
<p><strong>If the arrangement is not kept,</strong> a manager may consider a further step. We would write to you first, with the reasons, and you could appeal against that too.</p>
<h3>If you disagree</h3>
<p>If you think this decision is wrong, you can appeal: by telephone, by <span class="whole">e-mail</span>, by letter, in person, or through someone you choose. For an appeal you may use any of these, whatever the arrangement says. Write to complaints@karbonhomes.example or to our address at the top of this letter, or telephone 0191&nbsp;498&nbsp;0100, and say that you want to appeal.</p>
<p>Please do so by <strong>Thursday 10&nbsp;December&nbsp;2026</strong>. That is 20&nbsp;working&nbsp;days after we expect this letter to reach you. If you are late, tell us why and we will consider it.</p>
<p>A senior officer who was not involved in this decision will look at it afresh and answer you within 10&nbsp;working&nbsp;days of getting your appeal. The arrangement stays in place while the appeal is looked at, unless the senior officer decides otherwise.</p>
<p>You can contact the <strong>Housing Ombudsman Service</strong> at any time. It is independent of us, it is free, and it can advise you even while we are still dealing with a matter. Telephone 0300&nbsp;111&nbsp;3000, <span class="whole">e-mail</span> info@housing-ombudsman.org.uk, website www.housing-ombudsman.org.uk, or write to PO Box 1484, Unit D, Preston, PR2 0ET.</p>
<p>You can also make a complaint to us: telephone 0191&nbsp;498&nbsp;0100 or <span class="whole">e-mail</span> complaints@karbonhomes.example.</p>
<h3>Help with this letter</h3>
<p>You may have help from anyone you choose: a friend, a relative, an adviser, an advocate, a support worker or a solicitor. If you want someone to speak for you, tell us who, and we will deal with them.</p>
<p>You can have this letter in another form: large print, audio, braille, easy read, another language or by <span class="whole">e-mail</span>. Telephone 0191&nbsp;498&nbsp;0100 or <span class="whole">e-mail</span> customers@karbonhomes.example and tell us what you need.</p>
<h3>What we record, and who sees it</h3>
<p>We keep this letter and our notes of what happened on your file. Your account shows our staff: “A contact arrangement is in place: see the file before you reply”. We have told the customer contact team, the repairs team and your housing officer, because they need to know it for their work. We keep it for 3 years after the arrangement ends.</p>
<p>You can ask us for a copy of what we hold about you, and ask us to correct it. If you are unhappy with how we use your information, please complain to us first, at complaints@karbonhomes.example. If you are still unhappy you can go to the Information Commissioner''s Office: telephone 0303&nbsp;123&nbsp;1113, website www.ico.org.uk.</p>
<p>We have followed our Unacceptable Customer Behaviour Policy, which is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour.</p>
<section class="letter-signature">
<p>Yours sincerely</p>
<div class="letter-hand"></div>
<p><strong>Priya Nair</strong><br>Housing manager, north, Karbon Homes<br>Telephone 0191 498 0113<br>E-mail priya.nair@karbonhomes.example</p>
<p class="letter-enclosures">Enclosed: Unacceptable Customer Behaviour Policy</p>
</section>
</div>
</article>
','On 16 October 2026 we wrote to warn you about your contact with us. Since then something more has happened, which is set out below. Because of it, our Housing manager, north decided on 9 November 2026 to limit how you contact us for a time, from 11 November 2026 to 11 May 2027. This letter says why, how the arrangement works, what stays open to you, and how to appeal. You have until 10 December 2026 to appeal.

**What to do next:** please read how the arrangement works. If any of it would be difficult for you, tell me before Wednesday 11 November 2026 if you can, or at any time.

## What has happened since our warning

::: incident
**Friday 6 November 2026, 9.15 am to 9.22 am, by telephone**

The customer rang about the ceiling and told the adviser that they would find out where they live.

The words were:

> “I will find out where you live”

In our policy this comes under **Aggressive or abusive behaviour** (Threatened somebody and Swore at or insulted somebody). Our reference for it is I-00005.

:::


## Why we have decided this

The calls went on in the same manner after our warning. A talk with the housing manager and the promise of one contact in the repairs team did not change them.

## What we are doing about the matter behind this

The ceiling will be made good. The repairs team will write to you with the day.

## How the arrangement works

::: dates
- **Starts:** Wednesday 11 November 2026
- **Review:** Tuesday 9 February 2027, by our manager, who will write to you with the result
- **Ends:** Tuesday 11 May 2027

:::

This applies to all our services and offices. It applies to you alone, and to nobody who lives with you or speaks for you.

::: term
**How you can contact us.** Please contact us in one of these ways:

- Letters: Number Five, Gosforth Park Avenue, Gosforth Business Park, Newcastle upon Tyne, NE12 8EG
- E-mails: customers&#64;karbonhomes.example

:::

**If you contact us in another way** during this time, it is not lost. A person reads it and puts it on your file. If it is about something new, we look at it on its merits and deal with it. If it is about something we have already answered, we may not reply again. We do not block your telephone number or your e-mail address.

## What is always open to you

Nothing in this letter changes how you can contact us about these:

- **emergencies**: ring 0191 498 0199, day or night; if anyone is in danger, ring 999
- **repairs, damp and mould, and other hazards in your home**: ring 0191 498 0100 or use any other way
- **gas and electrical safety**: ring 0191 498 0199, day or night
- **safeguarding and domestic abuse**: ring 0191 498 0100 or use any other way
- **complaints, and appeals against our decisions**: write to complaints&#64;karbonhomes.example or use any other way
- **the Housing Ombudsman**: ring 0300 111 3000
- **your MP and your councillors**: write to them or see them as you always could; we answer them
- **an adviser, a solicitor or somebody you have chosen to speak for you**: they may speak or write to us for you in any way
- **rent and other payments**: ring 0191 498 0100 or use any other way
- **requests for your data or for information**: write to data.protection&#64;karbonhomes.example or use any other way

## What we promise

We will answer what you send us within 5 working days. If the person you deal with is away, somebody else will cover and you will not have to wait. Repairs, safety checks and visits that you need go on as before.

Every repair you report goes on as before.

## What we have done to make this fair to you

You told us that you would rather write than ring. We will answer every letter and e-mail.

If the arrangement is difficult for you because of your health, a disability or anything else, tell us at any time and in any way. We will look at it again at once.

## What would end this sooner

If your letters and e-mails stay free of insults until the review, we will look at ending this.

We can end the arrangement at the review or before it. You can ask us to look at it again whenever something changes.

**If the arrangement is not kept,** a manager may consider a further step. We would write to you first, with the reasons, and you could appeal against that too.

## If you disagree

If you think this decision is wrong, you can appeal: by telephone, by e-mail, by letter, in person, or through someone you choose. For an appeal you may use any of these, whatever the arrangement says. Write to complaints&#64;karbonhomes.example or to our address at the top of this letter, or telephone 0191 498 0100, and say that you want to appeal.

Please do so by **Thursday 10 December 2026**. That is 20 working days after we expect this letter to reach you. If you are late, tell us why and we will consider it.

A senior officer who was not involved in this decision will look at it afresh and answer you within 10 working days of getting your appeal. The arrangement stays in place while the appeal is looked at, unless the senior officer decides otherwise.

You can contact the **Housing Ombudsman Service** at any time. It is independent of us, it is free, and it can advise you even while we are still dealing with a matter. Telephone 0300 111 3000, e-mail info&#64;housing-ombudsman.org.uk, website www.housing-ombudsman.org.uk, or write to PO Box 1484, Unit D, Preston, PR2 0ET.

You can also make a complaint to us: telephone 0191 498 0100 or e-mail complaints&#64;karbonhomes.example.

## Help with this letter

You may have help from anyone you choose: a friend, a relative, an adviser, an advocate, a support worker or a solicitor. If you want someone to speak for you, tell us who, and we will deal with them.

You can have this letter in another form: large print, audio, braille, easy read, another language or by e-mail. Telephone 0191 498 0100 or e-mail customers&#64;karbonhomes.example and tell us what you need.

## What we record, and who sees it

We keep this letter and our notes of what happened on your file. Your account shows our staff: “A contact arrangement is in place&#58; see the file before you reply”. We have told the customer contact team, the repairs team and your housing officer, because they need to know it for their work. We keep it for 3 years after the arrangement ends.

You can ask us for a copy of what we hold about you, and ask us to correct it. If you are unhappy with how we use your information, please complain to us first, at complaints&#64;karbonhomes.example. If you are still unhappy you can go to the Information Commissioner''s Office: telephone 0303 123 1113, website www.ico.org.uk.

We have followed our Unacceptable Customer Behaviour Policy, which is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour.
','restrictions/imposed','af35d20b67ce','{"organisation":{"name":"Karbon Homes","address_lines":["Number Five","Gosforth Park Avenue","Gosforth Business Park","Newcastle upon Tyne","NE12 8EG"],"telephone":"0191 498 0100","email":"customers@karbonhomes.example","website":"www.karbonhomes.example","emergency_telephone":"0191 498 0199","complaints_email":"complaints@karbonhomes.example"},"ombudsman":{"name":"Housing Ombudsman Service","telephone":"0300 111 3000","email":"info@housing-ombudsman.org.uk","website":"www.housing-ombudsman.org.uk","address":"PO Box 1484, Unit D, Preston, PR2 0ET"},"information_regulator":{"name":"Information Commissioner''s Office","telephone":"0303 123 1113","website":"www.ico.org.uk"},"policy":{"title":"Unacceptable Customer Behaviour Policy","where":"is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour"},"recipient":{"name":"Lisa Wong","salutation":"Ms Wong","address_lines":["127 Melanie Mills","Newcastle upon Tyne","NE6 4SB"]},"sender":{"name":"Priya Nair","job_title":"Housing manager, north","telephone":"0191 498 0113","email":"priya.nair@karbonhomes.example"},"reference":"R-00001","date":"2026-11-10","format_offers":["large print","audio","braille","easy read","another language","by e-mail"],"always_open":[{"what":"emergencies","how":"ring 0191 498 0199, day or night; if anyone is in danger, ring 999"},{"what":"repairs, damp and mould, and other hazards in your home","how":"ring 0191 498 0100 or use any other way"},{"what":"gas and electrical safety","how":"ring 0191 498 0199, day or night"},{"what":"safeguarding and domestic abuse","how":"ring 0191 498 0100 or use any other way"},{"what":"complaints, and appeals against our decisions","how":"write to complaints@karbonhomes.example or use any other way"},{"what":"the Housing Ombudsman","how":"ring 0300 111 3000"},{"what":"your MP and your councillors","how":"write to them or see them as you always could; we answer them"},{"what":"an adviser, a solicitor or somebody you have chosen to speak for you","how":"they may speak or write to us for you in any way"},{"what":"rent and other payments","how":"ring 0191 498 0100 or use any other way"},{"what":"requests for your data or for information","how":"write to data.protection@karbonhomes.example or use any other way"}],"kept_words":"for 3 years after the arrangement ends","icon_words":"A contact arrangement is in place: see the file before you reply","told":["the customer contact team","the repairs team","your housing officer"],"enclosures":["Unacceptable Customer Behaviour Policy"],"incidents":[{"reference":"I-00005","date":"2026-11-06","date_is_about":false,"until":null,"start_time":"09:15:00","end_time":"09:22:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about the ceiling and told the adviser that they would find out where they live.","exact_words":"I will find out where you live","behaviours":["Threatened somebody","Swore at or insulted somebody"],"headings":["Aggressive or abusive behaviour"]}],"warning_date":"2026-10-16","decided_on":"2026-11-09","decided_by_role":"Housing manager, north","scope":"all our services and offices","terms":[{"kind":"channels","channels":[{"words":"Letters","to":"Number Five, Gosforth Park Avenue, Gosforth Business Park, Newcastle upon Tyne, NE12 8EG"},{"words":"E-mails","to":"customers@karbonhomes.example"}]}],"reply_days":5,"starts_on":"2026-11-11","ends_on":"2027-05-11","review_on":"2027-02-09","reviewer_role":"manager","appeal_by":"2026-12-10","appeal_days":20,"appeal_answer_days":10}','c75cbab5351b6532aaa2a89233c905f57a428d3e00dbdbad67e2bc9c06644365',4,'2026-11-10 13:00:00');
CREATE TABLE "need" ("id" INTEGER NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL, "words" TEXT NOT NULL, "recorded_by_id" INTEGER NOT NULL, "recorded_at" DATETIME NOT NULL, "ended_at" DATETIME, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("recorded_by_id") REFERENCES "user" ("id"));
INSERT INTO "need" VALUES(1,5,'deaf','Uses text messages; a British Sign Language interpreter for visits.',7,'2025-08-27 09:00:00',NULL);
INSERT INTO "need" VALUES(2,10,'memory','Asks for a short letter after each call.',7,'2025-08-27 09:00:00',NULL);
INSERT INTO "need" VALUES(3,14,'mental_health','Has told us that unexpected calls cause panic.',7,'2025-08-27 09:00:00',NULL);
INSERT INTO "need" VALUES(4,19,'cannot_write','Has arthritis in both hands and cannot hold a pen or type for long.',7,'2025-08-27 09:00:00',NULL);
INSERT INTO "need" VALUES(5,24,'language','Speaks Polish at home; reads English well enough for short letters.',7,'2025-08-27 09:00:00',NULL);
INSERT INTO "need" VALUES(6,29,'cannot_read_print','Needs large print.',7,'2025-08-27 09:00:00',NULL);
INSERT INTO "need" VALUES(7,32,'support_days','A support worker visits on Mondays and Thursdays.',7,'2025-08-27 09:00:00',NULL);
INSERT INTO "need" VALUES(8,37,'understanding','Prefers one thing at a time, in short sentences.',7,'2025-08-27 09:00:00',NULL);
CREATE TABLE "override" ("id" INTEGER NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "warning_id" INTEGER, "restriction_id" INTEGER, "rule" VARCHAR(6) NOT NULL, "because" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" DATETIME NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"), FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"), CONSTRAINT "override_of_one_thing" CHECK ((warning_id IS NULL) <> (restriction_id IS NULL)));
CREATE TABLE "representative" ("id" INTEGER NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "name" VARCHAR(120) NOT NULL, "relationship" VARCHAR(120) NOT NULL, "telephone" VARCHAR(40) NOT NULL, "email" VARCHAR(200) NOT NULL, "added_at" DATETIME NOT NULL, "ended_at" DATETIME, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
INSERT INTO "representative" VALUES(1,19,'Maureen Tate','Sister','07700 900318','','2025-08-27 09:00:00',NULL);
CREATE TABLE "restriction" ("id" INTEGER NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "warning_id" INTEGER, "version" INTEGER NOT NULL, "proposed_by_id" INTEGER NOT NULL, "proposed_at" DATETIME NOT NULL, "starts_on" DATE, "ends_on" DATE, "review_on" DATE, "scope" TEXT NOT NULL, "why_not_milder" TEXT NOT NULL, "told" TEXT NOT NULL, "passages" TEXT NOT NULL, "numbers" TEXT NOT NULL, "arranged" TEXT NOT NULL, "authorised_by_id" INTEGER, "authorised_at" DATETIME, "consideration_id" INTEGER, "declined_by_id" INTEGER, "declined_at" DATETIME, "declined_because" TEXT NOT NULL, "issued_by_id" INTEGER, "issued_at" DATETIME, "in_force_from" DATE, "letter_id" INTEGER, "ended_on" DATE, "ended_by_id" INTEGER, "ended_at" DATETIME, "ended_because" TEXT NOT NULL, "form_key" VARCHAR(64) NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"), FOREIGN KEY ("proposed_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("authorised_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("consideration_id") REFERENCES "consideration" ("id"), FOREIGN KEY ("declined_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("issued_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("ended_by_id") REFERENCES "user" ("id"), CONSTRAINT "restriction_ends_after_start" CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on > starts_on), CONSTRAINT "restriction_review_within_term" CHECK (review_on IS NULL OR (review_on >= starts_on AND review_on <= ends_on)), CONSTRAINT "restriction_authorised_is_complete" CHECK (authorised_at IS NULL OR (authorised_by_id IS NOT NULL AND warning_id IS NOT NULL AND consideration_id IS NOT NULL AND starts_on IS NOT NULL AND ends_on IS NOT NULL AND review_on IS NOT NULL)), CONSTRAINT "restriction_issued_after_authority" CHECK (issued_at IS NULL OR (authorised_at IS NOT NULL AND letter_id IS NOT NULL AND in_force_from IS NOT NULL)), CONSTRAINT "restriction_in_force_after_letter" CHECK (in_force_from IS NULL OR issued_at IS NOT NULL), CONSTRAINT "restriction_decided_once" CHECK (authorised_at IS NULL OR declined_at IS NULL));
INSERT INTO "restriction" VALUES(1,26,1,2,7,'2026-11-06 17:15:00','2026-11-11','2027-05-11','2027-02-09','all our services and offices','{"telephone_times":"The insults came at every time of day, so set times would not have stopped them.","named_officer":"Three colleagues were insulted in turn, so one more name would not have helped."}','the customer contact team
the repairs team
your housing officer','{"reasons":"The calls went on in the same manner after our warning. A talk with the housing manager and the promise of one contact in the repairs team did not change them.","underlying":"The ceiling will be made good. The repairs team will write to you with the day.","commitments":"Every repair you report goes on as before.","adjustments":"You told us that you would rather write than ring. We will answer every letter and e-mail.","improvement":"If your letters and e-mails stay free of insults until the review, we will look at ending this."}','{"warning_months":6,"deemed_days":2,"restriction_months":6,"restriction_most_months":12,"review_months":3,"appeal_days":20,"appeal_answer_days":10,"dispute_days":10,"look_back_months":12,"reply_days":5,"request_days":10,"keep_warning_years":2,"keep_restriction_years":3,"duplicate_minutes":60}','',4,'2026-11-09 12:00:00',3,NULL,NULL,'',4,'2026-11-10 13:00:00','2026-11-11',3,NULL,NULL,NULL,'','demonstration-25-restriction');
CREATE TABLE "restriction_incident" ("id" INTEGER NOT NULL PRIMARY KEY, "restriction_id" INTEGER NOT NULL, "incident_id" INTEGER NOT NULL, FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"), FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"));
INSERT INTO "restriction_incident" VALUES(1,1,5);
CREATE TABLE "restriction_term" ("id" INTEGER NOT NULL PRIMARY KEY, "restriction_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL, "channels" TEXT NOT NULL, "officer_id" INTEGER, "deputy_id" INTEGER, "slots" TEXT NOT NULL, "definition" TEXT NOT NULL, "examples" TEXT NOT NULL, "place" TEXT NOT NULL, "instead" TEXT NOT NULL, FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"), FOREIGN KEY ("officer_id") REFERENCES "user" ("id"), FOREIGN KEY ("deputy_id") REFERENCES "user" ("id"), CONSTRAINT "term_deputy_is_another" CHECK (deputy_id IS NULL OR deputy_id <> officer_id));
INSERT INTO "restriction_term" VALUES(1,1,'channels','["letter","email"]',NULL,NULL,'[]','','','','');
CREATE TABLE "schema_migration" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(255) NOT NULL, "applied" DATETIME NOT NULL);
INSERT INTO "schema_migration" VALUES(1,'0001_first','2026-11-22 19:05:01.606418');
INSERT INTO "schema_migration" VALUES(2,'0002_append_only','2026-11-22 19:05:01.607953');
INSERT INTO "schema_migration" VALUES(3,'0003_search','2026-11-22 19:05:01.609314');
CREATE TABLE "setting" ("id" INTEGER NOT NULL PRIMARY KEY, "key" VARCHAR(60) NOT NULL, "value" TEXT, "at" DATETIME NOT NULL, "by_id" INTEGER, FOREIGN KEY ("by_id") REFERENCES "user" ("id"));
INSERT INTO "setting" VALUES(1,'organisation_name','"Karbon Homes"','2025-08-15 08:00:00',1);
INSERT INTO "setting" VALUES(2,'organisation_address','"Number Five\nGosforth Park Avenue\nGosforth Business Park\nNewcastle upon Tyne\nNE12 8EG"','2025-08-15 08:00:00',1);
INSERT INTO "setting" VALUES(3,'organisation_telephone','"0191 498 0100"','2025-08-15 08:00:00',1);
INSERT INTO "setting" VALUES(4,'organisation_emergency_telephone','"0191 498 0199"','2025-08-15 08:00:00',1);
INSERT INTO "setting" VALUES(5,'organisation_email','"customers@karbonhomes.example"','2025-08-15 08:00:00',1);
INSERT INTO "setting" VALUES(6,'organisation_complaints_email','"complaints@karbonhomes.example"','2025-08-15 08:00:00',1);
INSERT INTO "setting" VALUES(7,'organisation_data_email','"data.protection@karbonhomes.example"','2025-08-15 08:00:00',1);
INSERT INTO "setting" VALUES(8,'organisation_website','"www.karbonhomes.example"','2025-08-15 08:00:00',1);
INSERT INTO "setting" VALUES(9,'organisation_policy_address','"www.karbonhomes.example/unacceptable-behaviour"','2025-08-15 08:00:00',1);
CREATE TABLE "sign_in_attempt" ("id" INTEGER NOT NULL PRIMARY KEY, "name_digest" VARCHAR(64) NOT NULL, "remote" VARCHAR(64) NOT NULL, "at" DATETIME NOT NULL, "succeeded" INTEGER NOT NULL);
CREATE TABLE "support_contact" ("id" INTEGER NOT NULL PRIMARY KEY, "support_worker_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL, "on" DATE NOT NULL, "method" VARCHAR(30) NOT NULL, "reached" INTEGER NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" DATETIME NOT NULL, FOREIGN KEY ("support_worker_id") REFERENCES "support_worker" ("id"), FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"));
CREATE TABLE "support_worker" ("id" INTEGER NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "name" VARCHAR(120) NOT NULL, "organisation" VARCHAR(160) NOT NULL, "telephone" VARCHAR(40) NOT NULL, "email" VARCHAR(200) NOT NULL, "basis" TEXT NOT NULL, "added_at" DATETIME NOT NULL, "ended_at" DATETIME, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
INSERT INTO "support_worker" VALUES(1,14,'Beth Larkin','Tyne Recovery Partnership','0191 498 0301','','Signed consent, kept with the tenancy papers.','2025-08-27 09:00:00',NULL);
INSERT INTO "support_worker" VALUES(2,32,'Owen Pritchard','Northern Floating Support','0191 498 0302','','Support agreement of which we are a party.','2025-08-27 09:00:00',NULL);
CREATE TABLE "user" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(120) NOT NULL, "email" VARCHAR(200) NOT NULL, "password_hash" VARCHAR(200) NOT NULL, "job_title" VARCHAR(120) NOT NULL, "team" VARCHAR(120) NOT NULL, "telephone" VARCHAR(40) NOT NULL, "roles" TEXT NOT NULL, "line_manager_id" INTEGER, "working_days" TEXT NOT NULL, "active" INTEGER NOT NULL, "session_version" INTEGER NOT NULL, "added_at" DATETIME NOT NULL, FOREIGN KEY ("line_manager_id") REFERENCES "user" ("id"));
INSERT INTO "user" VALUES(1,'Morag Sinclair','morag.sinclair@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$0nV2AF9AKNIcEIf3verJTg$LUaohNYm5qzCwcku5SPjQtLfRjgSv2qyeCsL7Ncse5o','Systems administrator','Digital','0191 498 0110','["administrator"]',NULL,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(2,'Helen Armstrong','helen.armstrong@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$hh2JWLe8x2hWgn/uZoHQlQ$M3IF8huVjNd7Pe27Kbmp3wSyc/riFmkPkaXfkJm8X1M','Assistant director, homes','Directors','0191 498 0111','["senior_officer"]',NULL,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(3,'Tariq Mahmood','tariq.mahmood@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$IfGe/zg2Zs83l6vvcxQ/qQ$gGtGv8xwGQ2/TXXVEiOmWgstOYaXHeV+uzdtoJPta1A','Assistant director, assets','Directors','0191 498 0112','["senior_officer"]',NULL,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(4,'Priya Nair','priya.nair@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$ZMT/bqrsFwUNft7h/tDngw$xRJVIaQOdqy4bZh/pqUXGhwMAOoQFmebXxN4SQ/Ha6E','Housing manager, north','Housing north','0191 498 0113','["manager"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(5,'David Robson','david.robson@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$G3oTHWMsCO5p4MfvLuMOaA$y30Vfg3uB1yb7YGHVWJ3BdlT2/sFSD7rNMfnwAPXkjU','Housing manager, south','Housing south','0191 498 0114','["manager"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(6,'Grace Okafor','grace.okafor@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$4Ghx373eT9oBWg494dRxPA$ip0nz5ZNFkS+Cblqsngs9rnCqxRLv9jTFm9NaJWQGqo','Customer contact manager','Customer contact','0191 498 0115','["manager"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(7,'Tom Bell','tom.bell@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$xvFYILYFuMfeX4RnRvtrLA$32n+a+36aGB0Mr8gd+susDQ5rT5Nt+bn44C8ma04oW4','Housing officer','Housing north','0191 498 0116','["officer"]',4,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(8,'Aisha Rahman','aisha.rahman@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$vmfk0mJ9vafgqVaRhmG0MQ$f4Nhb7tsifX4lqTsA5YYdp/f11s3L4U1Sdlb+bdXlUY','Housing officer','Housing north','0191 498 0117','["officer"]',4,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(9,'Callum Reid','callum.reid@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$XTTNrKKuycAZdmJdRQgFzQ$eZUBThyaaNCb+k4I1BjYB5BjC1tNAhxjtODoGEsjtbU','Housing officer','Housing south','0191 498 0118','["officer"]',5,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(10,'Wendy Charlton','wendy.charlton@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$Zxak2PGEAN2WkRuDBmNQEg$gbDMnoneN/36z68wM/Ss/yxafLLWhp/MjWPwFCJKS8Y','Income officer','Housing south','0191 498 0119','["officer"]',5,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(11,'Sam Fletcher','sam.fletcher@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$dukxznve3ve/50pqmVJk0w$IJpPPi4baltsiBMpwJWE9K5uG4DZFNbBxf07HPRhl5s','Customer adviser','Customer contact','0191 498 0120','["colleague"]',6,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(12,'Lucy Dodds','lucy.dodds@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$R43CMPlcAGsiV4Oi4da4Ng$u80QrNXANzS09hZAfgfgBPgKW2U0eUmL8ph8yPDXea4','Customer adviser','Customer contact','0191 498 0121','["colleague"]',6,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(13,'Kevin Hall','kevin.hall@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$S6j1N9zbfM0HnbTWrBmX7A$ziDH3X97x2dde3U9ALf+prwoIOs7TzSpAob0k5QNfQo','Plumber','Repairs','0191 498 0122','["colleague"]',5,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(14,'Joanne Wilkes','joanne.wilkes@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$GDEhwcNU/Ht+lY5PoGj8sw$HNWl4Rf1EwQkCEKgYsQr7GLy/PUxmXV7G5HXFCTGhvo','Health and safety adviser','Safety','0191 498 0123','["safety_lead"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(15,'Idris Evans','idris.evans@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$AFk7nRCcQVSLM37KPgo/WQ$le1YSafe0O46/w8K+Zaq3kHRbCb7kRPAT5HYap3Ijag','Data protection officer','Governance','0191 498 0124','["data_protection_officer"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
CREATE TABLE "warning_incident" ("id" INTEGER NOT NULL PRIMARY KEY, "warning_id" INTEGER NOT NULL, "incident_id" INTEGER NOT NULL, FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"), FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"));
INSERT INTO "warning_incident" VALUES(1,1,1);
INSERT INTO "warning_incident" VALUES(2,1,2);
INSERT INTO "warning_incident" VALUES(3,2,3);
INSERT INTO "warning_incident" VALUES(4,2,4);
CREATE TABLE "warning_sanction" ("id" INTEGER NOT NULL PRIMARY KEY, "warning_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL, "detail" TEXT NOT NULL, FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"));
INSERT INTO "warning_sanction" VALUES(1,1,'channels','{"channels":["letter","email"]}');
INSERT INTO "warning_sanction" VALUES(2,2,'channels','{"channels":["letter","email"]}');
CREATE UNIQUE INDEX "schema_migration_name" ON "schema_migration" ("name");
CREATE UNIQUE INDEX "user_email" ON "user" ("email");
CREATE INDEX "user_line_manager_id" ON "user" ("line_manager_id");
CREATE UNIQUE INDEX "customer_reference" ON "customer" ("reference");
CREATE INDEX "customer_added_by_id" ON "customer" ("added_by_id");
CREATE UNIQUE INDEX "consideration_form_key" ON "consideration" ("form_key");
CREATE INDEX "consideration_customer_id" ON "consideration" ("customer_id");
CREATE INDEX "consideration_made_by_id" ON "consideration" ("made_by_id");
CREATE INDEX "letter_customer_id" ON "letter" ("customer_id");
CREATE INDEX "letter_issued_by_id" ON "letter" ("issued_by_id");
CREATE INDEX "behaviourwarning_customer_id" ON "behaviour_warning" ("customer_id");
CREATE INDEX "behaviourwarning_drafted_by_id" ON "behaviour_warning" ("drafted_by_id");
CREATE INDEX "behaviourwarning_read_by_id" ON "behaviour_warning" ("read_by_id");
CREATE INDEX "behaviourwarning_issued_by_id" ON "behaviour_warning" ("issued_by_id");
CREATE INDEX "behaviourwarning_consideration_id" ON "behaviour_warning" ("consideration_id");
CREATE UNIQUE INDEX "behaviourwarning_letter_id" ON "behaviour_warning" ("letter_id");
CREATE INDEX "behaviourwarning_withdrawn_by_id" ON "behaviour_warning" ("withdrawn_by_id");
CREATE UNIQUE INDEX "behaviourwarning_form_key" ON "behaviour_warning" ("form_key");
CREATE INDEX "contactway_customer_id" ON "contact_way" ("customer_id");
CREATE UNIQUE INDEX "incident_form_key" ON "incident" ("form_key");
CREATE INDEX "incident_customer_id" ON "incident" ("customer_id");
CREATE INDEX "incident_recorded_by_id" ON "incident" ("recorded_by_id");
CREATE INDEX "incident_customer_id_happened_on" ON "incident" ("customer_id", "happened_on");
CREATE INDEX "incident_recorded_by_id_recorded_at" ON "incident" ("recorded_by_id", "recorded_at");
CREATE INDEX "customerrequest_incident_id" ON "customer_request" ("incident_id");
CREATE INDEX "customerrequest_customer_id" ON "customer_request" ("customer_id");
CREATE INDEX "customerrequest_owner_id" ON "customer_request" ("owner_id");
CREATE INDEX "customerrequest_passed_by_id" ON "customer_request" ("passed_by_id");
CREATE INDEX "customerrequest_answered_by_id" ON "customer_request" ("answered_by_id");
CREATE INDEX "delivery_letter_id" ON "delivery" ("letter_id");
CREATE INDEX "delivery_customer_id" ON "delivery" ("customer_id");
CREATE INDEX "delivery_by_id" ON "delivery" ("by_id");
CREATE UNIQUE INDEX "event_number" ON "event" ("number");
CREATE INDEX "event_actor_id" ON "event" ("actor_id");
CREATE INDEX "event_customer_id" ON "event" ("customer_id");
CREATE INDEX "event_customer_id_number" ON "event" ("customer_id", "number");
CREATE INDEX "incidentnote_incident_id" ON "incident_note" ("incident_id");
CREATE INDEX "incidentnote_by_id" ON "incident_note" ("by_id");
CREATE UNIQUE INDEX "incidentnote_form_key" ON "incident_note" ("form_key");
CREATE INDEX "incidentstaff_incident_id" ON "incident_staff" ("incident_id");
CREATE INDEX "incidentstaff_user_id" ON "incident_staff" ("user_id");
CREATE INDEX "need_customer_id" ON "need" ("customer_id");
CREATE INDEX "need_recorded_by_id" ON "need" ("recorded_by_id");
CREATE INDEX "restriction_customer_id" ON "restriction" ("customer_id");
CREATE INDEX "restriction_warning_id" ON "restriction" ("warning_id");
CREATE INDEX "restriction_proposed_by_id" ON "restriction" ("proposed_by_id");
CREATE INDEX "restriction_authorised_by_id" ON "restriction" ("authorised_by_id");
CREATE INDEX "restriction_consideration_id" ON "restriction" ("consideration_id");
CREATE INDEX "restriction_declined_by_id" ON "restriction" ("declined_by_id");
CREATE INDEX "restriction_issued_by_id" ON "restriction" ("issued_by_id");
CREATE UNIQUE INDEX "restriction_letter_id" ON "restriction" ("letter_id");
CREATE INDEX "restriction_ended_by_id" ON "restriction" ("ended_by_id");
CREATE UNIQUE INDEX "restriction_form_key" ON "restriction" ("form_key");
CREATE INDEX "override_customer_id" ON "override" ("customer_id");
CREATE INDEX "override_warning_id" ON "override" ("warning_id");
CREATE INDEX "override_restriction_id" ON "override" ("restriction_id");
CREATE INDEX "override_by_id" ON "override" ("by_id");
CREATE INDEX "representative_customer_id" ON "representative" ("customer_id");
CREATE INDEX "restrictionincident_restriction_id" ON "restriction_incident" ("restriction_id");
CREATE INDEX "restrictionincident_incident_id" ON "restriction_incident" ("incident_id");
CREATE UNIQUE INDEX "restrictionincident_restriction_id_incident_id" ON "restriction_incident" ("restriction_id", "incident_id");
CREATE INDEX "restrictionterm_restriction_id" ON "restriction_term" ("restriction_id");
CREATE INDEX "restrictionterm_officer_id" ON "restriction_term" ("officer_id");
CREATE INDEX "restrictionterm_deputy_id" ON "restriction_term" ("deputy_id");
CREATE UNIQUE INDEX "restrictionterm_restriction_id_kind" ON "restriction_term" ("restriction_id", "kind");
CREATE INDEX "setting_by_id" ON "setting" ("by_id");
CREATE INDEX "setting_key_at" ON "setting" ("key", "at");
CREATE INDEX "signinattempt_name_digest" ON "sign_in_attempt" ("name_digest");
CREATE INDEX "signinattempt_remote" ON "sign_in_attempt" ("remote");
CREATE INDEX "signinattempt_at" ON "sign_in_attempt" ("at");
CREATE INDEX "supportworker_customer_id" ON "support_worker" ("customer_id");
CREATE INDEX "supportcontact_support_worker_id" ON "support_contact" ("support_worker_id");
CREATE INDEX "supportcontact_customer_id" ON "support_contact" ("customer_id");
CREATE INDEX "supportcontact_by_id" ON "support_contact" ("by_id");
CREATE INDEX "warningincident_warning_id" ON "warning_incident" ("warning_id");
CREATE INDEX "warningincident_incident_id" ON "warning_incident" ("incident_id");
CREATE UNIQUE INDEX "warningincident_warning_id_incident_id" ON "warning_incident" ("warning_id", "incident_id");
CREATE INDEX "warningsanction_warning_id" ON "warning_sanction" ("warning_id");
CREATE UNIQUE INDEX "warningsanction_warning_id_kind" ON "warning_sanction" ("warning_id", "kind");
CREATE TRIGGER "event_no_update" BEFORE UPDATE ON "event" BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
CREATE TRIGGER "event_no_delete" BEFORE DELETE ON "event" BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
CREATE TRIGGER "letter_no_update" BEFORE UPDATE ON "letter" BEGIN SELECT RAISE(ABORT, 'letter is append-only'); END;
CREATE TRIGGER "letter_no_delete" BEFORE DELETE ON "letter" BEGIN SELECT RAISE(ABORT, 'letter is append-only'); END;
CREATE TRIGGER "delivery_no_update" BEFORE UPDATE ON "delivery" BEGIN SELECT RAISE(ABORT, 'delivery is append-only'); END;
CREATE TRIGGER "delivery_no_delete" BEFORE DELETE ON "delivery" BEGIN SELECT RAISE(ABORT, 'delivery is append-only'); END;
CREATE TRIGGER "incident_no_update" BEFORE UPDATE ON "incident" BEGIN SELECT RAISE(ABORT, 'incident is append-only'); END;
CREATE TRIGGER "incident_no_delete" BEFORE DELETE ON "incident" BEGIN SELECT RAISE(ABORT, 'incident is append-only'); END;
CREATE TRIGGER "incident_staff_no_update" BEFORE UPDATE ON "incident_staff" BEGIN SELECT RAISE(ABORT, 'incident_staff is append-only'); END;
CREATE TRIGGER "incident_staff_no_delete" BEFORE DELETE ON "incident_staff" BEGIN SELECT RAISE(ABORT, 'incident_staff is append-only'); END;
CREATE TRIGGER "incident_note_no_update" BEFORE UPDATE ON "incident_note" BEGIN SELECT RAISE(ABORT, 'incident_note is append-only'); END;
CREATE TRIGGER "incident_note_no_delete" BEFORE DELETE ON "incident_note" BEGIN SELECT RAISE(ABORT, 'incident_note is append-only'); END;
CREATE TRIGGER "consideration_no_update" BEFORE UPDATE ON "consideration" BEGIN SELECT RAISE(ABORT, 'consideration is append-only'); END;
CREATE TRIGGER "consideration_no_delete" BEFORE DELETE ON "consideration" BEGIN SELECT RAISE(ABORT, 'consideration is append-only'); END;
CREATE TRIGGER "support_contact_no_update" BEFORE UPDATE ON "support_contact" BEGIN SELECT RAISE(ABORT, 'support_contact is append-only'); END;
CREATE TRIGGER "support_contact_no_delete" BEFORE DELETE ON "support_contact" BEGIN SELECT RAISE(ABORT, 'support_contact is append-only'); END;
CREATE TRIGGER "override_no_update" BEFORE UPDATE ON "override" BEGIN SELECT RAISE(ABORT, 'override is append-only'); END;
CREATE TRIGGER "override_no_delete" BEFORE DELETE ON "override" BEGIN SELECT RAISE(ABORT, 'override is append-only'); END;
CREATE TRIGGER "setting_no_update" BEFORE UPDATE ON "setting" BEGIN SELECT RAISE(ABORT, 'setting is append-only'); END;
CREATE TRIGGER "setting_no_delete" BEFORE DELETE ON "setting" BEGIN SELECT RAISE(ABORT, 'setting is append-only'); END;
CREATE TRIGGER customer_search_insert AFTER INSERT ON customer BEGIN INSERT INTO customer_search (rowid, search_words) VALUES (new.id, new.search_words); END;
CREATE TRIGGER customer_search_delete AFTER DELETE ON customer BEGIN INSERT INTO customer_search (customer_search, rowid, search_words) VALUES ('delete', old.id, old.search_words); END;
CREATE TRIGGER customer_search_update AFTER UPDATE ON customer BEGIN INSERT INTO customer_search (customer_search, rowid, search_words) VALUES ('delete', old.id, old.search_words); INSERT INTO customer_search (rowid, search_words) VALUES (new.id, new.search_words); END;
COMMIT;
INSERT INTO customer_search (customer_search) VALUES ('rebuild');
