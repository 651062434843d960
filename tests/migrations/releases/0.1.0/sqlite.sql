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
INSERT INTO "contact_way" VALUES(1,1,'telephone','07700 900478','',NULL);
INSERT INTO "contact_way" VALUES(2,2,'telephone','07700 900260','',NULL);
INSERT INTO "contact_way" VALUES(3,2,'email','marie.jones@post.example','',NULL);
INSERT INTO "contact_way" VALUES(4,3,'telephone','07700 900820','',NULL);
INSERT INTO "contact_way" VALUES(5,3,'email','ronald.riley@post.example','',NULL);
INSERT INTO "contact_way" VALUES(6,4,'telephone','07700 900485','',NULL);
INSERT INTO "contact_way" VALUES(7,4,'email','carolyn.cooke@post.example','',NULL);
INSERT INTO "contact_way" VALUES(8,5,'telephone','07700 900805','',NULL);
INSERT INTO "contact_way" VALUES(9,6,'telephone','07700 900431','',NULL);
INSERT INTO "contact_way" VALUES(10,6,'email','susan.spencer-robertson@post.example','',NULL);
INSERT INTO "contact_way" VALUES(11,7,'telephone','07700 900843','',NULL);
INSERT INTO "contact_way" VALUES(12,7,'email','reece.russell@post.example','',NULL);
INSERT INTO "contact_way" VALUES(13,8,'telephone','07700 900352','',NULL);
INSERT INTO "contact_way" VALUES(14,8,'email','sylvia.cole@post.example','',NULL);
INSERT INTO "contact_way" VALUES(15,9,'telephone','07700 900884','',NULL);
INSERT INTO "contact_way" VALUES(16,10,'telephone','07700 900944','',NULL);
INSERT INTO "contact_way" VALUES(17,10,'email','eleanor.oliver@post.example','',NULL);
INSERT INTO "contact_way" VALUES(18,11,'telephone','07700 900942','',NULL);
INSERT INTO "contact_way" VALUES(19,11,'email','maurice.kelly@post.example','',NULL);
INSERT INTO "contact_way" VALUES(20,12,'telephone','07700 900915','',NULL);
INSERT INTO "contact_way" VALUES(21,12,'email','valerie.price@post.example','',NULL);
INSERT INTO "contact_way" VALUES(22,13,'telephone','07700 900269','',NULL);
INSERT INTO "contact_way" VALUES(23,14,'telephone','07700 900987','',NULL);
INSERT INTO "contact_way" VALUES(24,14,'email','debra.wilson@post.example','',NULL);
INSERT INTO "contact_way" VALUES(25,15,'telephone','07700 900515','',NULL);
INSERT INTO "contact_way" VALUES(26,15,'email','scott.rhodes@post.example','',NULL);
INSERT INTO "contact_way" VALUES(27,16,'telephone','07700 900148','',NULL);
INSERT INTO "contact_way" VALUES(28,16,'email','jean.rogers@post.example','',NULL);
INSERT INTO "contact_way" VALUES(29,17,'telephone','07700 900200','',NULL);
INSERT INTO "contact_way" VALUES(30,18,'telephone','07700 900654','',NULL);
INSERT INTO "contact_way" VALUES(31,18,'email','jill.sutton@post.example','',NULL);
INSERT INTO "contact_way" VALUES(32,19,'telephone','07700 900021','',NULL);
INSERT INTO "contact_way" VALUES(33,19,'email','justin.wall@post.example','',NULL);
INSERT INTO "contact_way" VALUES(34,20,'telephone','07700 900203','',NULL);
INSERT INTO "contact_way" VALUES(35,20,'email','kirsty.reed@post.example','',NULL);
INSERT INTO "contact_way" VALUES(36,21,'telephone','07700 900894','',NULL);
INSERT INTO "contact_way" VALUES(37,22,'telephone','07700 900947','',NULL);
INSERT INTO "contact_way" VALUES(38,22,'email','andrea.robertson@post.example','',NULL);
INSERT INTO "contact_way" VALUES(39,23,'telephone','07700 900181','',NULL);
INSERT INTO "contact_way" VALUES(40,23,'email','ricky.saunders-ward@post.example','',NULL);
INSERT INTO "contact_way" VALUES(41,24,'telephone','07700 900891','',NULL);
INSERT INTO "contact_way" VALUES(42,24,'email','kerry.ryan@post.example','',NULL);
INSERT INTO "contact_way" VALUES(43,25,'telephone','07700 900087','',NULL);
INSERT INTO "contact_way" VALUES(44,26,'telephone','07700 900729','',NULL);
INSERT INTO "contact_way" VALUES(45,26,'email','jasmine.cooke@post.example','',NULL);
INSERT INTO "contact_way" VALUES(46,27,'telephone','07700 900508','',NULL);
INSERT INTO "contact_way" VALUES(47,27,'email','billy.briggs@post.example','',NULL);
INSERT INTO "contact_way" VALUES(48,28,'telephone','07700 900621','',NULL);
INSERT INTO "contact_way" VALUES(49,28,'email','rita.griffin@post.example','',NULL);
INSERT INTO "contact_way" VALUES(50,29,'telephone','07700 900328','',NULL);
INSERT INTO "contact_way" VALUES(51,30,'telephone','07700 900677','',NULL);
INSERT INTO "contact_way" VALUES(52,30,'email','jane.schofield@post.example','',NULL);
INSERT INTO "contact_way" VALUES(53,31,'telephone','07700 900871','',NULL);
INSERT INTO "contact_way" VALUES(54,31,'email','anthony.parker@post.example','',NULL);
INSERT INTO "contact_way" VALUES(55,32,'telephone','07700 900866','',NULL);
INSERT INTO "contact_way" VALUES(56,32,'email','rachel.brown@post.example','',NULL);
INSERT INTO "contact_way" VALUES(57,33,'telephone','07700 900848','',NULL);
INSERT INTO "contact_way" VALUES(58,34,'telephone','07700 900683','',NULL);
INSERT INTO "contact_way" VALUES(59,34,'email','judith.lee@post.example','',NULL);
INSERT INTO "contact_way" VALUES(60,35,'telephone','07700 900852','',NULL);
INSERT INTO "contact_way" VALUES(61,35,'email','arthur.williams@post.example','',NULL);
INSERT INTO "contact_way" VALUES(62,36,'telephone','07700 900122','',NULL);
INSERT INTO "contact_way" VALUES(63,36,'email','mandy.bennett@post.example','',NULL);
INSERT INTO "contact_way" VALUES(64,37,'telephone','07700 900083','',NULL);
INSERT INTO "contact_way" VALUES(65,38,'telephone','07700 900533','',NULL);
INSERT INTO "contact_way" VALUES(66,38,'email','lisa.bradshaw@post.example','',NULL);
INSERT INTO "contact_way" VALUES(67,39,'telephone','07700 900403','',NULL);
INSERT INTO "contact_way" VALUES(68,39,'email','guy.gill@post.example','',NULL);
INSERT INTO "contact_way" VALUES(69,40,'telephone','07700 900076','',NULL);
INSERT INTO "contact_way" VALUES(70,40,'email','lynda.connolly@post.example','',NULL);
CREATE TABLE "customer" ("id" INTEGER NOT NULL PRIMARY KEY, "reference" VARCHAR(40) NOT NULL, "kind" VARCHAR(30) NOT NULL, "name" VARCHAR(120) NOT NULL, "salutation" VARCHAR(120) NOT NULL, "date_of_birth" DATE, "address" TEXT NOT NULL, "postcode" VARCHAR(12) NOT NULL, "letter_format" VARCHAR(30) NOT NULL, "language" VARCHAR(40) NOT NULL, "search_words" TEXT NOT NULL, "version" INTEGER NOT NULL, "added_by_id" INTEGER NOT NULL, "added_at" DATETIME NOT NULL, FOREIGN KEY ("added_by_id") REFERENCES "user" ("id"));
INSERT INTO "customer" VALUES(1,'OT1S-505718','tenant','Jacob Clark','Mr Clark',NULL,'29 Ross Gardens
Newcastle upon Tyne','NE4 3RJ','standard','English','jacob clark ot1s 505718 29 ross gardens newcastle upon tyne ne4 3rj ne43rj 07700 900478 07700900478 900478 0478',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(2,'OT1S-802906','tenant','Marie Jones','Ms Jones','1992-09-01','102 Simmons Close
Newcastle upon Tyne','NE6 6PG','standard','English','marie jones ot1s 802906 102 simmons close newcastle upon tyne ne6 6pg ne66pg 07700 900260 marie jones post example 07700900260 900260 0260',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(3,'OT1S-660261','tenant','Ronald Riley','Mr Riley','1958-05-27','44 Cooke Street
Gateshead','NE8 3PG','standard','English','ronald riley ot1s 660261 44 cooke street gateshead ne8 3pg ne83pg 07700 900820 ronald riley post example 07700900820 900820 0820',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(4,'OT1S-295988','tenant','Carolyn Cooke','Ms Cooke',NULL,'40 Thompson Street
Blyth','NE24 2BF','standard','English','carolyn cooke ot1s 295988 40 thompson street blyth ne24 2bf ne242bf 07700 900485 carolyn cooke post example 07700900485 900485 0485',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(5,'OT1S-555770','tenant','Colin Saunders-Roberts','Mr Saunders-Roberts','1954-01-15','5 Bryan Crescent
Ashington','NE63 2ZG','standard','English','colin saunders roberts ot1s 555770 5 bryan crescent ashington ne63 2zg ne632zg 07700 900805 07700900805 900805 0805',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(6,'OT1S-280379','tenant','Susan Spencer-Robertson','Ms Spencer-Robertson','1970-02-22','20 Preston Avenue
South Shields','NE33 3UG','standard','English','susan spencer robertson ot1s 280379 20 preston avenue south shields ne33 3ug ne333ug 07700 900431 susan spencer robertson post example 07700900431 900431 0431',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(7,'OT1S-881647','leaseholder','Reece Russell','Mr Russell',NULL,'54 Lewis Crescent
Durham','DH1 7RD','standard','English','reece russell ot1s 881647 54 lewis crescent durham dh1 7rd dh17rd 07700 900843 reece russell post example 07700900843 900843 0843',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(8,'OT1S-388326','leaseholder','Sylvia Cole','Ms Cole','1962-11-18','122 Young Street
Stanley','DH9 2PF','standard','English','sylvia cole ot1s 388326 122 young street stanley dh9 2pf dh92pf 07700 900352 sylvia cole post example 07700900352 900352 0352',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(9,'OT1S-333704','tenant','Guy Tucker','Mr Tucker','1987-03-29','76 Browne Close
Consett','DH8 1PF','standard','English','guy tucker ot1s 333704 76 browne close consett dh8 1pf dh81pf 07700 900884 07700900884 900884 0884',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(10,'OT1S-566955','tenant','Eleanor Oliver','Ms Oliver',NULL,'73 Brooks Close
Sunderland','SR4 3NH','standard','English','eleanor oliver ot1s 566955 73 brooks close sunderland sr4 3nh sr43nh 07700 900944 eleanor oliver post example 07700900944 900944 0944',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(11,'OT1S-645997','tenant','Maurice Kelly','Mr Kelly','1967-07-02','53 Fletcher Court
Bishop Auckland','DL14 1NG','standard','English','maurice kelly ot1s 645997 53 fletcher court bishop auckland dl14 1ng dl141ng 07700 900942 maurice kelly post example 07700900942 900942 0942',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(12,'OT1S-989412','tenant','Valerie Price','Ms Price','1996-03-05','6 Jones Close
Darlington','DL3 7LD','standard','English','valerie price ot1s 989412 6 jones close darlington dl3 7ld dl37ld 07700 900915 valerie price post example 07700900915 900915 0915',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(13,'OT1S-979658','leaseholder','Kevin James','Mr James',NULL,'29 Arnold Terrace
Newcastle upon Tyne','NE4 1XH','standard','English','kevin james ot1s 979658 29 arnold terrace newcastle upon tyne ne4 1xh ne41xh 07700 900269 07700900269 900269 0269',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(14,'OT1S-514567','tenant','Debra Wilson','Ms Wilson','2006-11-21','111 Begum Gardens
Newcastle upon Tyne','NE6 6EJ','standard','English','debra wilson ot1s 514567 111 begum gardens newcastle upon tyne ne6 6ej ne66ej 07700 900987 debra wilson post example 07700900987 900987 0987',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(15,'OT1S-804020','leaseholder','Scott Rhodes','Mr Rhodes','1963-01-24','88 Taylor Avenue
Gateshead','NE8 3AE','standard','English','scott rhodes ot1s 804020 88 taylor avenue gateshead ne8 3ae ne83ae 07700 900515 scott rhodes post example 07700900515 900515 0515',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(16,'OT1S-877602','tenant','Jean Rogers','Ms Rogers',NULL,'115 Dyer Road
Blyth','NE24 5LH','standard','English','jean rogers ot1s 877602 115 dyer road blyth ne24 5lh ne245lh 07700 900148 jean rogers post example 07700900148 900148 0148',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(17,'OT1S-717410','tenant','Dominic Woodward','Mr Woodward','2005-10-03','61 May Terrace
Ashington','NE63 1ZB','standard','English','dominic woodward ot1s 717410 61 may terrace ashington ne63 1zb ne631zb 07700 900200 07700900200 900200 0200',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(18,'OT1S-999863','tenant','Jill Sutton','Ms Sutton','1988-09-06','111 Walker Street
South Shields','NE33 2ZE','standard','English','jill sutton ot1s 999863 111 walker street south shields ne33 2ze ne332ze 07700 900654 jill sutton post example 07700900654 900654 0654',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(19,'OT1S-438951','tenant','Justin Wall','Mr Wall',NULL,'25 Birch Street
Durham','DH1 6DD','standard','English','justin wall ot1s 438951 25 birch street durham dh1 6dd dh16dd 07700 900021 justin wall post example 07700900021 900021 0021',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(20,'OT1S-321262','tenant','Kirsty Reed','Ms Reed','2002-01-26','34 Coleman Avenue
Stanley','DH9 8XD','standard','English','kirsty reed ot1s 321262 34 coleman avenue stanley dh9 8xd dh98xd 07700 900203 kirsty reed post example 07700900203 900203 0203',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(21,'OT1S-398740','tenant','William Green','Mr Green','1983-02-24','115 Freeman Terrace
Consett','DH8 6SB','standard','English','william green ot1s 398740 115 freeman terrace consett dh8 6sb dh86sb 07700 900894 07700900894 900894 0894',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(22,'OT1S-821703','tenant','Andrea Robertson','Ms Robertson',NULL,'136 Dunn Court
Sunderland','SR4 2LJ','standard','English','andrea robertson ot1s 821703 136 dunn court sunderland sr4 2lj sr42lj 07700 900947 andrea robertson post example 07700900947 900947 0947',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(23,'OT1S-946121','tenant','Ricky Saunders-Ward','Mr Saunders-Ward','2003-06-18','112 Williams Terrace
Bishop Auckland','DL14 2ND','standard','English','ricky saunders ward ot1s 946121 112 williams terrace bishop auckland dl14 2nd dl142nd 07700 900181 ricky saunders ward post example 07700900181 900181 0181',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(24,'OT1S-125608','tenant','Kerry Ryan','Ms Ryan','1950-05-13','41 Brown Gardens
Darlington','DL3 1SE','standard','English','kerry ryan ot1s 125608 41 brown gardens darlington dl3 1se dl31se 07700 900891 kerry ryan post example 07700900891 900891 0891',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(25,'OT1S-969052','tenant','Keith Reid-West','Mr Reid-West',NULL,'33 Edwards Gardens
Newcastle upon Tyne','NE4 4PH','standard','English','keith reid west ot1s 969052 33 edwards gardens newcastle upon tyne ne4 4ph ne44ph 07700 900087 07700900087 900087 0087',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(26,'OT1S-815210','leaseholder','Jasmine Cooke','Ms Cooke','1951-03-26','63 Sharpe Terrace
Newcastle upon Tyne','NE6 7XB','standard','English','jasmine cooke ot1s 815210 63 sharpe terrace newcastle upon tyne ne6 7xb ne67xb 07700 900729 jasmine cooke post example 07700900729 900729 0729',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(27,'OT1S-340675','tenant','Billy Briggs','Mr Briggs','1991-04-29','130 Mason Close
Gateshead','NE8 7HE','standard','English','billy briggs ot1s 340675 130 mason close gateshead ne8 7he ne87he 07700 900508 billy briggs post example 07700900508 900508 0508',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(28,'OT1S-597474','tenant','Rita Griffin','Ms Griffin',NULL,'105 Brown Crescent
Blyth','NE24 3BH','standard','English','rita griffin ot1s 597474 105 brown crescent blyth ne24 3bh ne243bh 07700 900621 rita griffin post example 07700900621 900621 0621',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(29,'OT1S-933916','tenant','Nigel Taylor','Mr Taylor','2005-10-27','106 Ali Close
Ashington','NE63 3YG','large_print','English','nigel taylor ot1s 933916 106 ali close ashington ne63 3yg ne633yg 07700 900328 07700900328 900328 0328',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(30,'OT1S-399687','tenant','Jane Schofield','Ms Schofield','1980-06-21','131 Dawson Avenue
South Shields','NE33 7RJ','standard','English','jane schofield ot1s 399687 131 dawson avenue south shields ne33 7rj ne337rj 07700 900677 jane schofield post example 07700900677 900677 0677',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(31,'OT1S-599265','tenant','Anthony Parker','Mr Parker',NULL,'99 Harding Crescent
Durham','DH1 1QA','standard','English','anthony parker ot1s 599265 99 harding crescent durham dh1 1qa dh11qa 07700 900871 anthony parker post example 07700900871 900871 0871',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(32,'OT1S-999061','tenant','Rachel Brown','Ms Brown','1955-08-10','50 Clarke Street
Stanley','DH9 5BG','standard','English','rachel brown ot1s 999061 50 clarke street stanley dh9 5bg dh95bg 07700 900866 rachel brown post example 07700900866 900866 0866',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(33,'OT1S-968064','tenant','Bernard French','Mr French','1954-10-17','42 Townsend Court
Consett','DH8 3EF','standard','English','bernard french ot1s 968064 42 townsend court consett dh8 3ef dh83ef 07700 900848 07700900848 900848 0848',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(34,'OT1S-519450','shared_owner','Judith Lee','Ms Lee',NULL,'95 Tucker Terrace
Sunderland','SR4 4SB','standard','English','judith lee ot1s 519450 95 tucker terrace sunderland sr4 4sb sr44sb 07700 900683 judith lee post example 07700900683 900683 0683',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(35,'OT1S-819866','tenant','Arthur Williams','Mr Williams','2002-05-24','74 Goddard Street
Bishop Auckland','DL14 7ZH','standard','English','arthur williams ot1s 819866 74 goddard street bishop auckland dl14 7zh dl147zh 07700 900852 arthur williams post example 07700900852 900852 0852',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(36,'OT1S-669331','shared_owner','Mandy Bennett','Ms Bennett','1956-03-04','49 Reid Avenue
Darlington','DL3 7JD','standard','English','mandy bennett ot1s 669331 49 reid avenue darlington dl3 7jd dl37jd 07700 900122 mandy bennett post example 07700900122 900122 0122',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(37,'OT1S-327053','tenant','Dean Powell','Mr Powell',NULL,'97 Khan Road
Newcastle upon Tyne','NE4 6AE','standard','English','dean powell ot1s 327053 97 khan road newcastle upon tyne ne4 6ae ne46ae 07700 900083 07700900083 900083 0083',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(38,'OT1S-287613','household_member','Lisa Bradshaw','Ms Bradshaw','1952-03-21','40 Shepherd Gardens
Newcastle upon Tyne','NE6 6XD','standard','English','lisa bradshaw ot1s 287613 40 shepherd gardens newcastle upon tyne ne6 6xd ne66xd 07700 900533 lisa bradshaw post example 07700900533 900533 0533',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(39,'OT1S-361448','tenant','Guy Gill','Mr Gill','1998-06-26','87 Norton Terrace
Gateshead','NE8 5EH','standard','English','guy gill ot1s 361448 87 norton terrace gateshead ne8 5eh ne85eh 07700 900403 guy gill post example 07700900403 900403 0403',0,7,'2025-08-27 09:00:00');
INSERT INTO "customer" VALUES(40,'OT1S-363788','tenant','Lynda Connolly','Ms Connolly',NULL,'24 Holden Terrace
Blyth','NE24 5JF','standard','English','lynda connolly ot1s 363788 24 holden terrace blyth ne24 5jf ne245jf 07700 900076 lynda connolly post example 07700900076 900076 0076',0,7,'2025-08-27 09:00:00');
CREATE TABLE "customer_request" ("id" INTEGER NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL, "words" TEXT NOT NULL, "owner_id" INTEGER NOT NULL, "due_on" DATE NOT NULL, "passed_by_id" INTEGER, "passed_at" DATETIME, "answered_by_id" INTEGER, "answered_at" DATETIME, "answer" TEXT NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"), FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("owner_id") REFERENCES "user" ("id"), FOREIGN KEY ("passed_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("answered_by_id") REFERENCES "user" ("id"));
INSERT INTO "customer_request" VALUES(1,1,26,'When will the leak under the sink be repaired?',6,'2026-10-21',11,'2026-10-14 09:00:00',6,'2026-10-14 13:00:00','Sent by letter, with a covering note.');
INSERT INTO "customer_request" VALUES(2,3,15,'When will the leak under the sink be repaired?',6,'2026-11-10',11,'2026-11-03 10:00:00',6,'2026-11-03 14:00:00','Sent by letter, with a covering note.');
CREATE VIRTUAL TABLE customer_search USING fts5(search_words, content='customer', content_rowid='id', tokenize='unicode61', prefix='2 3 4');
INSERT INTO "customer_search" VALUES('jacob clark ot1s 505718 29 ross gardens newcastle upon tyne ne4 3rj ne43rj 07700 900478 07700900478 900478 0478');
INSERT INTO "customer_search" VALUES('marie jones ot1s 802906 102 simmons close newcastle upon tyne ne6 6pg ne66pg 07700 900260 marie jones post example 07700900260 900260 0260');
INSERT INTO "customer_search" VALUES('ronald riley ot1s 660261 44 cooke street gateshead ne8 3pg ne83pg 07700 900820 ronald riley post example 07700900820 900820 0820');
INSERT INTO "customer_search" VALUES('carolyn cooke ot1s 295988 40 thompson street blyth ne24 2bf ne242bf 07700 900485 carolyn cooke post example 07700900485 900485 0485');
INSERT INTO "customer_search" VALUES('colin saunders roberts ot1s 555770 5 bryan crescent ashington ne63 2zg ne632zg 07700 900805 07700900805 900805 0805');
INSERT INTO "customer_search" VALUES('susan spencer robertson ot1s 280379 20 preston avenue south shields ne33 3ug ne333ug 07700 900431 susan spencer robertson post example 07700900431 900431 0431');
INSERT INTO "customer_search" VALUES('reece russell ot1s 881647 54 lewis crescent durham dh1 7rd dh17rd 07700 900843 reece russell post example 07700900843 900843 0843');
INSERT INTO "customer_search" VALUES('sylvia cole ot1s 388326 122 young street stanley dh9 2pf dh92pf 07700 900352 sylvia cole post example 07700900352 900352 0352');
INSERT INTO "customer_search" VALUES('guy tucker ot1s 333704 76 browne close consett dh8 1pf dh81pf 07700 900884 07700900884 900884 0884');
INSERT INTO "customer_search" VALUES('eleanor oliver ot1s 566955 73 brooks close sunderland sr4 3nh sr43nh 07700 900944 eleanor oliver post example 07700900944 900944 0944');
INSERT INTO "customer_search" VALUES('maurice kelly ot1s 645997 53 fletcher court bishop auckland dl14 1ng dl141ng 07700 900942 maurice kelly post example 07700900942 900942 0942');
INSERT INTO "customer_search" VALUES('valerie price ot1s 989412 6 jones close darlington dl3 7ld dl37ld 07700 900915 valerie price post example 07700900915 900915 0915');
INSERT INTO "customer_search" VALUES('kevin james ot1s 979658 29 arnold terrace newcastle upon tyne ne4 1xh ne41xh 07700 900269 07700900269 900269 0269');
INSERT INTO "customer_search" VALUES('debra wilson ot1s 514567 111 begum gardens newcastle upon tyne ne6 6ej ne66ej 07700 900987 debra wilson post example 07700900987 900987 0987');
INSERT INTO "customer_search" VALUES('scott rhodes ot1s 804020 88 taylor avenue gateshead ne8 3ae ne83ae 07700 900515 scott rhodes post example 07700900515 900515 0515');
INSERT INTO "customer_search" VALUES('jean rogers ot1s 877602 115 dyer road blyth ne24 5lh ne245lh 07700 900148 jean rogers post example 07700900148 900148 0148');
INSERT INTO "customer_search" VALUES('dominic woodward ot1s 717410 61 may terrace ashington ne63 1zb ne631zb 07700 900200 07700900200 900200 0200');
INSERT INTO "customer_search" VALUES('jill sutton ot1s 999863 111 walker street south shields ne33 2ze ne332ze 07700 900654 jill sutton post example 07700900654 900654 0654');
INSERT INTO "customer_search" VALUES('justin wall ot1s 438951 25 birch street durham dh1 6dd dh16dd 07700 900021 justin wall post example 07700900021 900021 0021');
INSERT INTO "customer_search" VALUES('kirsty reed ot1s 321262 34 coleman avenue stanley dh9 8xd dh98xd 07700 900203 kirsty reed post example 07700900203 900203 0203');
INSERT INTO "customer_search" VALUES('william green ot1s 398740 115 freeman terrace consett dh8 6sb dh86sb 07700 900894 07700900894 900894 0894');
INSERT INTO "customer_search" VALUES('andrea robertson ot1s 821703 136 dunn court sunderland sr4 2lj sr42lj 07700 900947 andrea robertson post example 07700900947 900947 0947');
INSERT INTO "customer_search" VALUES('ricky saunders ward ot1s 946121 112 williams terrace bishop auckland dl14 2nd dl142nd 07700 900181 ricky saunders ward post example 07700900181 900181 0181');
INSERT INTO "customer_search" VALUES('kerry ryan ot1s 125608 41 brown gardens darlington dl3 1se dl31se 07700 900891 kerry ryan post example 07700900891 900891 0891');
INSERT INTO "customer_search" VALUES('keith reid west ot1s 969052 33 edwards gardens newcastle upon tyne ne4 4ph ne44ph 07700 900087 07700900087 900087 0087');
INSERT INTO "customer_search" VALUES('jasmine cooke ot1s 815210 63 sharpe terrace newcastle upon tyne ne6 7xb ne67xb 07700 900729 jasmine cooke post example 07700900729 900729 0729');
INSERT INTO "customer_search" VALUES('billy briggs ot1s 340675 130 mason close gateshead ne8 7he ne87he 07700 900508 billy briggs post example 07700900508 900508 0508');
INSERT INTO "customer_search" VALUES('rita griffin ot1s 597474 105 brown crescent blyth ne24 3bh ne243bh 07700 900621 rita griffin post example 07700900621 900621 0621');
INSERT INTO "customer_search" VALUES('nigel taylor ot1s 933916 106 ali close ashington ne63 3yg ne633yg 07700 900328 07700900328 900328 0328');
INSERT INTO "customer_search" VALUES('jane schofield ot1s 399687 131 dawson avenue south shields ne33 7rj ne337rj 07700 900677 jane schofield post example 07700900677 900677 0677');
INSERT INTO "customer_search" VALUES('anthony parker ot1s 599265 99 harding crescent durham dh1 1qa dh11qa 07700 900871 anthony parker post example 07700900871 900871 0871');
INSERT INTO "customer_search" VALUES('rachel brown ot1s 999061 50 clarke street stanley dh9 5bg dh95bg 07700 900866 rachel brown post example 07700900866 900866 0866');
INSERT INTO "customer_search" VALUES('bernard french ot1s 968064 42 townsend court consett dh8 3ef dh83ef 07700 900848 07700900848 900848 0848');
INSERT INTO "customer_search" VALUES('judith lee ot1s 519450 95 tucker terrace sunderland sr4 4sb sr44sb 07700 900683 judith lee post example 07700900683 900683 0683');
INSERT INTO "customer_search" VALUES('arthur williams ot1s 819866 74 goddard street bishop auckland dl14 7zh dl147zh 07700 900852 arthur williams post example 07700900852 900852 0852');
INSERT INTO "customer_search" VALUES('mandy bennett ot1s 669331 49 reid avenue darlington dl3 7jd dl37jd 07700 900122 mandy bennett post example 07700900122 900122 0122');
INSERT INTO "customer_search" VALUES('dean powell ot1s 327053 97 khan road newcastle upon tyne ne4 6ae ne46ae 07700 900083 07700900083 900083 0083');
INSERT INTO "customer_search" VALUES('lisa bradshaw ot1s 287613 40 shepherd gardens newcastle upon tyne ne6 6xd ne66xd 07700 900533 lisa bradshaw post example 07700900533 900533 0533');
INSERT INTO "customer_search" VALUES('guy gill ot1s 361448 87 norton terrace gateshead ne8 5eh ne85eh 07700 900403 guy gill post example 07700900403 900403 0403');
INSERT INTO "customer_search" VALUES('lynda connolly ot1s 363788 24 holden terrace blyth ne24 5jf ne245jf 07700 900076 lynda connolly post example 07700900076 900076 0076');
CREATE TABLE "delivery" ("id" INTEGER NOT NULL PRIMARY KEY, "letter_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL, "outcome" VARCHAR(20) NOT NULL, "on" DATE NOT NULL, "deemed_on" DATE, "address" TEXT NOT NULL, "tracking" VARCHAR(60) NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" DATETIME NOT NULL, FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"), CONSTRAINT "delivery_returned_is_not_served" CHECK (outcome <> 'returned' OR deemed_on IS NULL));
INSERT INTO "delivery" VALUES(1,1,26,'posted','2026-10-16','2026-10-20','63 Sharpe Terrace, Newcastle upon Tyne, NE6 7XB','','',7,'2026-10-16 14:00:00');
INSERT INTO "delivery" VALUES(2,2,15,'posted','2026-11-06','2026-11-10','88 Taylor Avenue, Gateshead, NE8 3AE','','',7,'2026-11-06 15:00:00');
INSERT INTO "delivery" VALUES(3,2,15,'returned','2026-11-06',NULL,'','','Marked “gone away”',7,'2026-11-06 15:30:00');
INSERT INTO "delivery" VALUES(4,3,26,'posted','2026-11-10','2026-11-12','63 Sharpe Terrace, Newcastle upon Tyne, NE6 7XB','','',7,'2026-11-10 15:00:00');
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
INSERT INTO "event" VALUES(76,76,'incident_logged','2026-10-07 16:05:00',11,26,'{"incident":1,"digest":"285706632d1c32ef7dc3d8c7632fdc0e1900cf5abfc1777436854df1b2a30e5c"}','d2d6405a5f99a030418ab25b562038261949bf0b5d51de04f21abd4430dc068b','1f98ab62cfdfaa05ef05c07b7acda7d392b8eaa6f3fc6ac5745a156dbdbf813f');
INSERT INTO "event" VALUES(77,77,'request_taken','2026-10-07 16:05:00',11,26,'{"incident":1,"request":1,"owner":11,"due":"2026-10-21"}','1f98ab62cfdfaa05ef05c07b7acda7d392b8eaa6f3fc6ac5745a156dbdbf813f','bc22ce8831a87a085c04d3bb0f9e7f5c1394df427d549ce816a258b501eef109');
INSERT INTO "event" VALUES(78,78,'incident_logged','2026-10-13 16:05:00',11,26,'{"incident":2,"digest":"1680f0274cf5d9970507cc8a5baf225eda3378bd36de6dc24e05136b20d6ed87"}','bc22ce8831a87a085c04d3bb0f9e7f5c1394df427d549ce816a258b501eef109','cf4525140e9370c9d9e6314ed211f0e14dc06da3b1e05c076c7ead3c069fdeb9');
INSERT INTO "event" VALUES(79,79,'incident_triaged','2026-10-14 09:00:00',4,26,'{"incident":1,"note":1,"kind":"triage"}','cf4525140e9370c9d9e6314ed211f0e14dc06da3b1e05c076c7ead3c069fdeb9','49cef8a7ae9a63244b4ca758340cd506cbb311e519a6ef487e813e806342d6a2');
INSERT INTO "event" VALUES(80,80,'incident_triaged','2026-10-14 09:00:00',4,26,'{"incident":2,"note":2,"kind":"triage"}','49cef8a7ae9a63244b4ca758340cd506cbb311e519a6ef487e813e806342d6a2','fe7a6d516f34d2a9b69161b4af962a32060bf031bfda2dfafeac013230b322f0');
INSERT INTO "event" VALUES(81,81,'request_passed','2026-10-14 09:00:00',11,26,'{"request":1,"owner":6}','fe7a6d516f34d2a9b69161b4af962a32060bf031bfda2dfafeac013230b322f0','e5eccbc881472caea3071a5f70aa9090bccda7ae1dcf23d831f829208e37c74e');
INSERT INTO "event" VALUES(82,82,'incident_added_to','2026-10-14 09:00:00',7,26,'{"incident":1,"note":3,"kind":"account"}','e5eccbc881472caea3071a5f70aa9090bccda7ae1dcf23d831f829208e37c74e','be6333a24d21dd1ec9240f047138ea6e293716cbed069b88caae904ee9877eae');
INSERT INTO "event" VALUES(83,83,'request_answered','2026-10-14 13:00:00',6,26,'{"request":1}','be6333a24d21dd1ec9240f047138ea6e293716cbed069b88caae904ee9877eae','93c607fed1c5549aabb3abb12c8fcd3bc89a0d924b7769ddef39fdcb8d016505');
INSERT INTO "event" VALUES(84,84,'warning_drafted','2026-10-16 10:00:00',7,26,'{"warning":1,"kind":"behaviour"}','93c607fed1c5549aabb3abb12c8fcd3bc89a0d924b7769ddef39fdcb8d016505','db8294ae83f2f8cb56a18ae2cb3586b06fd624b4d96c0774114b9d8bec5f3745');
INSERT INTO "event" VALUES(85,85,'warning_changed','2026-10-16 10:00:00',7,26,'{"warning":1,"version":1}','db8294ae83f2f8cb56a18ae2cb3586b06fd624b4d96c0774114b9d8bec5f3745','c9cc1ab70db4e56d1b4ae228bb283c13e7bd7161c36344b23d3b63c21a4adf5d');
INSERT INTO "event" VALUES(86,86,'warning_read','2026-10-16 11:00:00',8,26,'{"warning":1,"version":1}','c9cc1ab70db4e56d1b4ae228bb283c13e7bd7161c36344b23d3b63c21a4adf5d','e6fc72dcc9f6fdc295dd453120f7289e6d10ac3219696f1668d649493ad8b787');
INSERT INTO "event" VALUES(87,87,'considered','2026-10-16 12:00:00',4,26,'{"consideration":1,"purpose":"warning"}','e6fc72dcc9f6fdc295dd453120f7289e6d10ac3219696f1668d649493ad8b787','d1e5e7badb41c8a385969bc457523ebd3d95c3aa3574edfded6557c3de6fca0b');
INSERT INTO "event" VALUES(88,88,'warning_issued','2026-10-16 12:00:00',4,26,'{"warning":1,"letter":1,"letter_digest":"d6eb4567de8a7c5719826776997d8b99b8bf6d5eb8c79a9c42ea40b03f60e440","incidents":[1,2]}','d1e5e7badb41c8a385969bc457523ebd3d95c3aa3574edfded6557c3de6fca0b','f9160ee24c37968520c6bd92eda7997491a855c30d587cd31ef2991914f07998');
INSERT INTO "event" VALUES(89,89,'letter_posted','2026-10-16 14:00:00',7,26,'{"letter":1,"delivery":1,"on":"2026-10-16"}','f9160ee24c37968520c6bd92eda7997491a855c30d587cd31ef2991914f07998','69d0fec3e85d1cfbfc09cf6135d98a26559f65b33f7e29291082ee5a2f81bc75');
INSERT INTO "event" VALUES(90,90,'incident_logged','2026-10-27 17:05:00',11,15,'{"incident":3,"digest":"74e7ed81bd326d280e135837ce4970fc82e1e65d7d56b17d9268417bd387b7bc"}','69d0fec3e85d1cfbfc09cf6135d98a26559f65b33f7e29291082ee5a2f81bc75','41f8d24c6a7365775dbff6e1b1d32791aa552fe9ad65740323e5a95ec73281a5');
INSERT INTO "event" VALUES(91,91,'request_taken','2026-10-27 17:05:00',11,15,'{"incident":3,"request":2,"owner":11,"due":"2026-11-10"}','41f8d24c6a7365775dbff6e1b1d32791aa552fe9ad65740323e5a95ec73281a5','169eb22aac2b3d0dcc3ddbffb994cdd2e44dd2414494128d24a4b4c9a2ba4cbd');
INSERT INTO "event" VALUES(92,92,'incident_logged','2026-11-02 17:05:00',11,15,'{"incident":4,"digest":"6d6907744156ed8348991c22ebdc5edb7b62684e90a5e6417e786e65ab0840c0"}','169eb22aac2b3d0dcc3ddbffb994cdd2e44dd2414494128d24a4b4c9a2ba4cbd','d697fb406b45cd102e923e81b0126ea26927d1bbc0883936a59136359cd6dd1e');
INSERT INTO "event" VALUES(93,93,'incident_triaged','2026-11-03 10:00:00',4,15,'{"incident":3,"note":4,"kind":"triage"}','d697fb406b45cd102e923e81b0126ea26927d1bbc0883936a59136359cd6dd1e','73935806e1a34083f58a0748aeeabd31b56a32335dd48be1aa277444cd00cb51');
INSERT INTO "event" VALUES(94,94,'incident_triaged','2026-11-03 10:00:00',4,15,'{"incident":4,"note":5,"kind":"triage"}','73935806e1a34083f58a0748aeeabd31b56a32335dd48be1aa277444cd00cb51','8881e784168d20d752ece29e9f0abc8a4201d4366394f4289264b50b27d622ea');
INSERT INTO "event" VALUES(95,95,'request_passed','2026-11-03 10:00:00',11,15,'{"request":2,"owner":6}','8881e784168d20d752ece29e9f0abc8a4201d4366394f4289264b50b27d622ea','9c1f64481ca7188716a471bdd749aa6760a7954679ae00466961c0ceb48c4788');
INSERT INTO "event" VALUES(96,96,'incident_added_to','2026-11-03 10:00:00',7,15,'{"incident":3,"note":6,"kind":"account"}','9c1f64481ca7188716a471bdd749aa6760a7954679ae00466961c0ceb48c4788','c654f8a5d1624ac731d059ce319d2a3db91648e91fcd85c8bf881e36794bc09b');
INSERT INTO "event" VALUES(97,97,'request_answered','2026-11-03 14:00:00',6,15,'{"request":2}','c654f8a5d1624ac731d059ce319d2a3db91648e91fcd85c8bf881e36794bc09b','76b4a69837cbddae8846703978f6e4d11927306732c7941a48a64cb8766a5076');
INSERT INTO "event" VALUES(98,98,'warning_drafted','2026-11-05 11:00:00',7,15,'{"warning":2,"kind":"behaviour"}','76b4a69837cbddae8846703978f6e4d11927306732c7941a48a64cb8766a5076','c98dea67974a89460da02f4ed7f15708c6cc13f76b54542c313a0ef44831f7e6');
INSERT INTO "event" VALUES(99,99,'warning_changed','2026-11-05 11:00:00',7,15,'{"warning":2,"version":1}','c98dea67974a89460da02f4ed7f15708c6cc13f76b54542c313a0ef44831f7e6','0232269dbaaf2e42904d5d9b229c604aa3b17d9b2f7fd3c2fcf3ea9363ec9473');
INSERT INTO "event" VALUES(100,100,'warning_read','2026-11-06 12:00:00',8,15,'{"warning":2,"version":1}','0232269dbaaf2e42904d5d9b229c604aa3b17d9b2f7fd3c2fcf3ea9363ec9473','67ff1fe76f8080317ae14930272b360d8608165c8f03d48bfbc0e1786aef26ac');
INSERT INTO "event" VALUES(101,101,'considered','2026-11-06 13:00:00',4,15,'{"consideration":2,"purpose":"warning"}','67ff1fe76f8080317ae14930272b360d8608165c8f03d48bfbc0e1786aef26ac','c0c95a4fcaa42a67b353e38dfd78ef40e3d5073d888597285e97fb6221703420');
INSERT INTO "event" VALUES(102,102,'warning_issued','2026-11-06 13:00:00',4,15,'{"warning":2,"letter":2,"letter_digest":"676917189124ce6b42c61f005b8d9b1ffabad3935e2101ed74dba7fae7286ef3","incidents":[3,4]}','c0c95a4fcaa42a67b353e38dfd78ef40e3d5073d888597285e97fb6221703420','3a67898633e67fa40da040737cecef334ba3577f5c488c51e96c200e2d1e6fc1');
INSERT INTO "event" VALUES(103,103,'letter_posted','2026-11-06 15:00:00',7,15,'{"letter":2,"delivery":2,"on":"2026-11-06"}','3a67898633e67fa40da040737cecef334ba3577f5c488c51e96c200e2d1e6fc1','6cd0b9b6ea354c74af77c12979a8e9afec7f72495c712edd0786054bc9035c91');
INSERT INTO "event" VALUES(104,104,'letter_returned','2026-11-06 15:30:00',7,15,'{"letter":2,"delivery":3,"on":"2026-11-06"}','6cd0b9b6ea354c74af77c12979a8e9afec7f72495c712edd0786054bc9035c91','fd60adc33d1e5310f42e8fcd14acb9d3d1e65a587acd1666c1a1d674da666747');
INSERT INTO "event" VALUES(105,105,'incident_logged','2026-11-06 17:05:00',11,26,'{"incident":5,"digest":"9d9aa6a40971fe7f3163926656365183302e580a73ede661a15c1ab6b3e3b6a7"}','fd60adc33d1e5310f42e8fcd14acb9d3d1e65a587acd1666c1a1d674da666747','6aa2076d112475c393c09b899e0970198f3a550b68a7ff35a3fe1e832bcd9f0b');
INSERT INTO "event" VALUES(106,106,'restriction_proposed','2026-11-06 17:15:00',7,26,'{"restriction":1}','6aa2076d112475c393c09b899e0970198f3a550b68a7ff35a3fe1e832bcd9f0b','7ab2d7b3dc8dda89c39483c5ae40a8dd9d5e375dca99fd556f3026cd4c6eb508');
INSERT INTO "event" VALUES(107,107,'restriction_changed','2026-11-06 17:15:00',7,26,'{"restriction":1,"version":1}','7ab2d7b3dc8dda89c39483c5ae40a8dd9d5e375dca99fd556f3026cd4c6eb508','93e92aaf2f8800ecdd11c89b30d6799887c7a61bff483d80d9cb2207b19993c7');
INSERT INTO "event" VALUES(108,108,'restriction_changed','2026-11-06 17:15:00',7,26,'{"restriction":1,"version":2}','93e92aaf2f8800ecdd11c89b30d6799887c7a61bff483d80d9cb2207b19993c7','a25472bf8be392c4a958947b9eaef38e81b6913afa9ed7deeff914d3a0812507');
INSERT INTO "event" VALUES(109,109,'considered','2026-11-09 12:00:00',4,26,'{"consideration":3,"purpose":"restriction"}','a25472bf8be392c4a958947b9eaef38e81b6913afa9ed7deeff914d3a0812507','57223b42c9cc1181c83038fae540c6bdef7e0ae456114f01062de2180524be90');
INSERT INTO "event" VALUES(110,110,'restriction_authorised','2026-11-09 12:00:00',4,26,'{"restriction":1,"starts_on":"2026-11-11","ends_on":"2027-05-11","review_on":"2027-02-09","incidents":[5]}','57223b42c9cc1181c83038fae540c6bdef7e0ae456114f01062de2180524be90','f0b1d7372432ec3fece14feefa48e65cb09bfac95a0f4f7505ad248479af5938');
INSERT INTO "event" VALUES(111,111,'restriction_issued','2026-11-10 13:00:00',4,26,'{"restriction":1,"letter":3,"letter_digest":"8baf6e39deec56e2893a64f6edc6af310d7a6d06e962ae3f12a55214a30cf078","in_force_from":"2026-11-11","ends_on":"2027-05-11"}','f0b1d7372432ec3fece14feefa48e65cb09bfac95a0f4f7505ad248479af5938','962d11e39fce508cbb15fe79e63c955d424871eb7b2f8cd58342bec6ed492724');
INSERT INTO "event" VALUES(112,112,'letter_posted','2026-11-10 15:00:00',7,26,'{"letter":3,"delivery":4,"on":"2026-11-10"}','962d11e39fce508cbb15fe79e63c955d424871eb7b2f8cd58342bec6ed492724','21dc3b221e3a3860e2cd089c2daa2fce32b922db5f9539eb1117686725ee4def');
CREATE TABLE "incident" ("id" INTEGER NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "nonce" VARCHAR(32) NOT NULL, "customer_id" INTEGER NOT NULL, "recorded_by_id" INTEGER NOT NULL, "recorded_at" DATETIME NOT NULL, "late_reason" TEXT NOT NULL, "happened_on" DATE NOT NULL, "date_is_about" INTEGER NOT NULL, "started_at" TIME, "ended_at" TIME, "time_unknown_because" TEXT NOT NULL, "until_on" DATE, "contacts_counted" TEXT NOT NULL, "minutes_spent" INTEGER, "channel" VARCHAR(30) NOT NULL, "place" TEXT NOT NULL, "what_happened" TEXT NOT NULL, "exact_words" TEXT NOT NULL, "behaviours" TEXT NOT NULL, "severity" INTEGER NOT NULL, "who_acted" VARCHAR(30) NOT NULL, "identified_by" TEXT NOT NULL, "identity" VARCHAR(12) NOT NULL, "aimed_at_a_person" INTEGER, "caused_fear" INTEGER, "hate_element" INTEGER NOT NULL, "told_to_stop" INTEGER NOT NULL, "told_to_stop_at" TIME, "told_to_stop_words" TEXT NOT NULL, "contact_ended" INTEGER NOT NULL, "contact_ended_at" TIME, "contact_about" TEXT NOT NULL, "nothing_asked" INTEGER NOT NULL, "came_before" TEXT NOT NULL, "protected" VARCHAR(30) NOT NULL, "allegation" TEXT NOT NULL, "observed" TEXT NOT NULL, "witnesses" TEXT NOT NULL, "evidence_held" TEXT NOT NULL, "police" VARCHAR(20) NOT NULL, "police_words" TEXT NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("recorded_by_id") REFERENCES "user" ("id"), CONSTRAINT "incident_severity" CHECK (severity BETWEEN 1 AND 4), CONSTRAINT "incident_period" CHECK (until_on IS NULL OR until_on >= happened_on));
INSERT INTO "incident" VALUES(1,'demonstration-25-incident-0','e9b42180629e82be4495eea368387966',26,11,'2026-10-07 16:05:00','','2026-10-07',0,'09:40:00','09:47:00','',NULL,'[]',NULL,'telephone','','The customer rang about a leak under the kitchen sink and shouted insults at the adviser.','You are useless, the lot of you','["verbal_abuse"]',2,'customer','Passed the security questions','certain',1,NULL,0,1,'09:44:00','Asked to speak without insults; warned that the call would be ended.',1,'09:47:00','a leak under the kitchen sink',0,'','','','','','','','');
INSERT INTO "incident" VALUES(2,'demonstration-25-incident-1','7ab7ed9168af33df34dfd02d74023dd4',26,11,'2026-10-13 16:05:00','','2026-10-13',0,'10:05:00','10:12:00','',NULL,'[]',NULL,'telephone','','The customer rang about the missed plumber''s visit and swore at the adviser throughout.','Get off your backside and do your job','["verbal_abuse","rudeness"]',2,'customer','Passed the security questions','certain',1,NULL,0,1,'10:09:00','Asked to speak without insults; warned that the call would be ended.',1,'10:12:00','a missed visit',0,'The plumber did not come on the day we had given.','','','','','','','');
INSERT INTO "incident" VALUES(3,'demonstration-14-incident-0','c928bfbe43e82622ecccf0f969bd28b3',15,11,'2026-10-27 17:05:00','','2026-10-27',0,'09:40:00','09:47:00','',NULL,'[]',NULL,'telephone','','The customer rang about a leak under the kitchen sink and shouted insults at the adviser.','You are useless, the lot of you','["verbal_abuse"]',2,'customer','Passed the security questions','certain',1,NULL,0,1,'09:44:00','Asked to speak without insults; warned that the call would be ended.',1,'09:47:00','a leak under the kitchen sink',0,'','','','','','','','');
INSERT INTO "incident" VALUES(4,'demonstration-14-incident-1','7e167d411d044cb59424175ee9dbc4dc',15,11,'2026-11-02 17:05:00','','2026-11-02',0,'10:05:00','10:12:00','',NULL,'[]',NULL,'telephone','','The customer rang about the missed plumber''s visit and swore at the adviser throughout.','Get off your backside and do your job','["verbal_abuse","rudeness"]',2,'customer','Passed the security questions','certain',1,NULL,0,1,'10:09:00','Asked to speak without insults; warned that the call would be ended.',1,'10:12:00','a missed visit',0,'The plumber did not come on the day we had given.','','','','','','','');
INSERT INTO "incident" VALUES(5,'demonstration-25-incident-2','fbbbe779a7897012c4721d8386b769b3',26,11,'2026-11-06 17:05:00','','2026-11-06',0,'09:15:00','09:22:00','',NULL,'[]',NULL,'telephone','','The customer rang about the ceiling and told the adviser that they would find out where they live.','I will find out where you live','["threat","verbal_abuse"]',3,'customer','Passed the security questions','certain',1,1,0,1,'09:19:00','Asked to speak without insults; warned that the call would be ended.',1,'09:22:00','a stained ceiling',0,'','','','','','','not_needed','');
CREATE TABLE "incident_note" ("id" INTEGER NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL, "outcome" VARCHAR(30) NOT NULL, "words" TEXT NOT NULL, "added" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" DATETIME NOT NULL, "form_key" VARCHAR(64) NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"));
INSERT INTO "incident_note" VALUES(1,1,'triage','warning','A word was tried; it goes on. A written warning should be drafted.','{}',4,'2026-10-14 09:00:00','demonstration-25-triage-0');
INSERT INTO "incident_note" VALUES(2,2,'triage','warning','A word was tried; it goes on. A written warning should be drafted.','{}',4,'2026-10-14 09:00:00','demonstration-25-triage-1');
INSERT INTO "incident_note" VALUES(3,1,'account','','The customer says that they had rung many times before and were at the end of their patience.','{}',7,'2026-10-14 09:00:00','demonstration-25-account');
INSERT INTO "incident_note" VALUES(4,3,'triage','warning','A word was tried; it goes on. A written warning should be drafted.','{}',4,'2026-11-03 10:00:00','demonstration-14-triage-0');
INSERT INTO "incident_note" VALUES(5,4,'triage','warning','A word was tried; it goes on. A written warning should be drafted.','{}',4,'2026-11-03 10:00:00','demonstration-14-triage-1');
INSERT INTO "incident_note" VALUES(6,3,'account','','The customer says that they had rung many times before and were at the end of their patience.','{}',7,'2026-11-03 10:00:00','demonstration-14-account');
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
<p class="letter-contact">0191 498 0100<br>customers@karbonhomes.example<br>www.karbonhomes.example</p>
<p class="letter-dated">16 October 2026</p>
<p class="letter-reference">Our reference: <span class="letter-our-reference">W-00001</span></p>
</div>
<address class="letter-window letter-window-roomy">
<span>Jasmine Cooke</span><br>
<span>63 Sharpe Terrace</span><br>
<span>Newcastle upon Tyne</span><br>
<span>NE6 7XB</span>
</address>
</header>
<div class="letter-body">
<p class="letter-greeting">Dear Ms Cooke</p>
<h2 class="letter-title">A written warning about your contact with us</h2>
<p>I am writing about the two events set out below. This letter is a formal warning. It says what happened, what we are doing about the matter behind it, what we ask of you, and what may follow if it happens again.</p>
<p><strong>What to do next:</strong> please read this letter and tell me your side of it by Tuesday 3&nbsp;November&nbsp;2026.</p>
<h3>What happened</h3>
<p>This is what we recorded. Where it says “the customer”, it means you.</p>
<section class="incident">
<p><strong>Wednesday 7&nbsp;October&nbsp;2026, 9.40&nbsp;am to 9.47&nbsp;am, by telephone</strong></p>
<p>The customer rang about a leak under the kitchen sink and shouted insults at the adviser.</p>
<p>The words were:</p>
<blockquote>
<p>“You are useless, the lot of you”</p>
</blockquote>
<p>In our policy this comes under <strong>aggressive or abusive behaviour</strong> (“swore at or insulted somebody”). Our reference for it is I-00001.</p>
</section>
<section class="incident">
<p><strong>Tuesday 13&nbsp;October&nbsp;2026, 10.05&nbsp;am to 10.12&nbsp;am, by telephone</strong></p>
<p>The customer rang about the missed plumber''s visit and swore at the adviser throughout.</p>
<p>The words were:</p>
<blockquote>
<p>“Get off your backside and do your job”</p>
</blockquote>
<p>In our policy this comes under <strong>aggressive or abusive behaviour</strong> (“swore at or insulted somebody”, “was persistently rude”). Our reference for it is I-00002.</p>
</section>
<h3>Why this matters</h3>
<p>The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.</p>
<h3>What we could have done better</h3>
<p>Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.</p>
<h3>What we are doing about the matter behind this</h3>
<p>A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.</p>
<p>You asked us: “When will the leak under the sink be repaired?” We answered this on Wednesday 14&nbsp;October&nbsp;2026.</p>
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
<li><strong>Emergencies</strong>: ring 0191&nbsp;498&nbsp;0199, day or night; if anyone is in danger, ring 999</li>
<li><strong>Repairs, damp and mould, and other hazards in your home</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Gas and electrical safety</strong>: ring 0191&nbsp;498&nbsp;0199, day or night</li>
<li><strong>Safeguarding and domestic abuse</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Complaints, and appeals against our decisions</strong>: write to complaints@karbonhomes.example or use any other way</li>
<li><strong>The Housing Ombudsman</strong>: ring 0300&nbsp;111&nbsp;3000</li>
<li><strong>Your MP and your councillors</strong>: write to them or see them as you always could; we answer them</li>
<li><strong>An adviser, a solicitor or somebody you have chosen to speak for you</strong>: they may speak or write to us for you in any way</li>
<li><strong>Rent and other payments</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Requests for your data or for information</strong>: write to data.protection@karbonhomes.example or use any other way</li>
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
<p><strong>Priya Nair</strong><br>Housing manager (north), Karbon Homes<br>Telephone 0191 498 0113<br>E-mail priya.nair@karbonhomes.example</p>
<p class="letter-enclosures">Enclosed: Unacceptable Customer Behaviour Policy</p>
</section>
</div>
</article>
','I am writing about the two events set out below. This letter is a formal warning. It says what happened, what we are doing about the matter behind it, what we ask of you, and what may follow if it happens again.

**What to do next:** please read this letter and tell me your side of it by Tuesday 3 November 2026.

## What happened

This is what we recorded. Where it says “the customer”, it means you.

::: incident
**Wednesday 7 October 2026, 9.40 am to 9.47 am, by telephone**

The customer rang about a leak under the kitchen sink and shouted insults at the adviser.

The words were:

> “You are useless, the lot of you”

In our policy this comes under **aggressive or abusive behaviour** (“swore at or insulted somebody”). Our reference for it is I-00001.

:::

::: incident
**Tuesday 13 October 2026, 10.05 am to 10.12 am, by telephone**

The customer rang about the missed plumber''s visit and swore at the adviser throughout.

The words were:

> “Get off your backside and do your job”

In our policy this comes under **aggressive or abusive behaviour** (“swore at or insulted somebody”, “was persistently rude”). Our reference for it is I-00002.

:::


## Why this matters

The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.

## What we could have done better

Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.

## What we are doing about the matter behind this

A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.

You asked us: “When will the leak under the sink be repaired?” We answered this on Wednesday 14 October 2026.

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

- **Emergencies**: ring 0191 498 0199, day or night; if anyone is in danger, ring 999
- **Repairs, damp and mould, and other hazards in your home**: ring 0191 498 0100 or use any other way
- **Gas and electrical safety**: ring 0191 498 0199, day or night
- **Safeguarding and domestic abuse**: ring 0191 498 0100 or use any other way
- **Complaints, and appeals against our decisions**: write to complaints&#64;karbonhomes.example or use any other way
- **The Housing Ombudsman**: ring 0300 111 3000
- **Your MP and your councillors**: write to them or see them as you always could; we answer them
- **An adviser, a solicitor or somebody you have chosen to speak for you**: they may speak or write to us for you in any way
- **Rent and other payments**: ring 0191 498 0100 or use any other way
- **Requests for your data or for information**: write to data.protection&#64;karbonhomes.example or use any other way

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
','warnings/issued','5d9d796f1408','{"organisation":{"address_lines":["Number Five","Gosforth Park Avenue","Gosforth Business Park","Newcastle upon Tyne","NE12 8EG"],"name":"Karbon Homes","telephone":"0191 498 0100","email":"customers@karbonhomes.example","website":"www.karbonhomes.example","emergency_telephone":"0191 498 0199","complaints_email":"complaints@karbonhomes.example"},"ombudsman":{"name":"Housing Ombudsman Service","telephone":"0300 111 3000","email":"info@housing-ombudsman.org.uk","website":"www.housing-ombudsman.org.uk","address":"PO Box 1484, Unit D, Preston, PR2 0ET"},"information_regulator":{"name":"Information Commissioner''s Office","telephone":"0303 123 1113","website":"www.ico.org.uk"},"policy":{"title":"Unacceptable Customer Behaviour Policy","where":"is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour"},"recipient":{"name":"Jasmine Cooke","salutation":"Ms Cooke","address_lines":["63 Sharpe Terrace","Newcastle upon Tyne","NE6 7XB"]},"sender":{"name":"Priya Nair","job_title":"Housing manager (north)","telephone":"0191 498 0113","email":"priya.nair@karbonhomes.example"},"reference":"W-00001","date":"2026-10-16","format_offers":["large print","audio","braille","easy read","another language","by e-mail"],"always_open":[{"what":"emergencies","how":"ring 0191 498 0199, day or night; if anyone is in danger, ring 999"},{"what":"repairs, damp and mould, and other hazards in your home","how":"ring 0191 498 0100 or use any other way"},{"what":"gas and electrical safety","how":"ring 0191 498 0199, day or night"},{"what":"safeguarding and domestic abuse","how":"ring 0191 498 0100 or use any other way"},{"what":"complaints, and appeals against our decisions","how":"write to complaints@karbonhomes.example or use any other way"},{"what":"the Housing Ombudsman","how":"ring 0300 111 3000"},{"what":"your MP and your councillors","how":"write to them or see them as you always could; we answer them"},{"what":"an adviser, a solicitor or somebody you have chosen to speak for you","how":"they may speak or write to us for you in any way"},{"what":"rent and other payments","how":"ring 0191 498 0100 or use any other way"},{"what":"requests for your data or for information","how":"write to data.protection@karbonhomes.example or use any other way"}],"kept_words":"for 2 years after the warning ends","icon_words":"A written warning is in place","told":["colleagues who deal with you"],"enclosures":["Unacceptable Customer Behaviour Policy"],"incidents":[{"reference":"I-00001","date":"2026-10-07","date_is_about":false,"until":null,"start_time":"09:40:00","end_time":"09:47:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about a leak under the kitchen sink and shouted insults at the adviser.","exact_words":"You are useless, the lot of you","behaviours":["Swore at or insulted somebody"],"headings":["Aggressive or abusive behaviour"]},{"reference":"I-00002","date":"2026-10-13","date_is_about":false,"until":null,"start_time":"10:05:00","end_time":"10:12:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about the missed plumber''s visit and swore at the adviser throughout.","exact_words":"Get off your backside and do your job","behaviours":["Swore at or insulted somebody","Was persistently rude"],"headings":["Aggressive or abusive behaviour"]}],"sanctions":[{"kind":"channels","words":"ask you to contact us only by letters and e-mails"}],"sanction_months":6,"valid_months":6,"dispute_by":"2026-11-03","dispute_days":10,"requests":[{"words":"When will the leak under the sink be repaired?","answered_on":"2026-10-14","due_on":"2026-10-21","owner_role":"customer contact manager"}]}','d6eb4567de8a7c5719826776997d8b99b8bf6d5eb8c79a9c42ea40b03f60e440',4,'2026-10-16 12:00:00');
INSERT INTO "letter" VALUES(2,15,'warnings/issued','A written warning about your contact with us','standard','English','','<article class="letter letter-standard" lang="en-GB">
<header class="letter-head">
<div class="letter-sender">
<p class="letter-name">Karbon Homes</p>
<p>Number Five<br>Gosforth Park Avenue<br>Gosforth Business Park<br>Newcastle upon Tyne<br>NE12 8EG</p>
<p class="letter-contact">0191 498 0100<br>customers@karbonhomes.example<br>www.karbonhomes.example</p>
<p class="letter-dated">6 November 2026</p>
<p class="letter-reference">Our reference: <span class="letter-our-reference">W-00002</span></p>
</div>
<address class="letter-window letter-window-roomy">
<span>Scott Rhodes</span><br>
<span>88 Taylor Avenue</span><br>
<span>Gateshead</span><br>
<span>NE8 3AE</span>
</address>
</header>
<div class="letter-body">
<p class="letter-greeting">Dear Mr Rhodes</p>
<h2 class="letter-title">A written warning about your contact with us</h2>
<p>I am writing about the two events set out below. This letter is a formal warning. It says what happened, what we are doing about the matter behind it, what we ask of you, and what may follow if it happens again.</p>
<p><strong>What to do next:</strong> please read this letter and tell me your side of it by Tuesday 24&nbsp;November&nbsp;2026.</p>
<h3>What happened</h3>
<p>This is what we recorded. Where it says “the customer”, it means you.</p>
<section class="incident">
<p><strong>Tuesday 27&nbsp;October&nbsp;2026, 9.40&nbsp;am to 9.47&nbsp;am, by telephone</strong></p>
<p>The customer rang about a leak under the kitchen sink and shouted insults at the adviser.</p>
<p>The words were:</p>
<blockquote>
<p>“You are useless, the lot of you”</p>
</blockquote>
<p>In our policy this comes under <strong>aggressive or abusive behaviour</strong> (“swore at or insulted somebody”). Our reference for it is I-00003.</p>
</section>
<section class="incident">
<p><strong>Monday 2&nbsp;November&nbsp;2026, 10.05&nbsp;am to 10.12&nbsp;am, by telephone</strong></p>
<p>The customer rang about the missed plumber''s visit and swore at the adviser throughout.</p>
<p>The words were:</p>
<blockquote>
<p>“Get off your backside and do your job”</p>
</blockquote>
<p>In our policy this comes under <strong>aggressive or abusive behaviour</strong> (“swore at or insulted somebody”, “was persistently rude”). Our reference for it is I-00004.</p>
</section>
<h3>Why this matters</h3>
<p>The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.</p>
<h3>What we could have done better</h3>
<p>Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.</p>
<h3>What we are doing about the matter behind this</h3>
<p>A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.</p>
<p>You asked us: “When will the leak under the sink be repaired?” We answered this on Tuesday 3&nbsp;November&nbsp;2026.</p>
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
<li><strong>Emergencies</strong>: ring 0191&nbsp;498&nbsp;0199, day or night; if anyone is in danger, ring 999</li>
<li><strong>Repairs, damp and mould, and other hazards in your home</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Gas and electrical safety</strong>: ring 0191&nbsp;498&nbsp;0199, day or night</li>
<li><strong>Safeguarding and domestic abuse</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Complaints, and appeals against our decisions</strong>: write to complaints@karbonhomes.example or use any other way</li>
<li><strong>The Housing Ombudsman</strong>: ring 0300&nbsp;111&nbsp;3000</li>
<li><strong>Your MP and your councillors</strong>: write to them or see them as you always could; we answer them</li>
<li><strong>An adviser, a solicitor or somebody you have chosen to speak for you</strong>: they may speak or write to us for you in any way</li>
<li><strong>Rent and other payments</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Requests for your data or for information</strong>: write to data.protection@karbonhomes.example or use any other way</li>
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
<p><strong>Priya Nair</strong><br>Housing manager (north), Karbon Homes<br>Telephone 0191 498 0113<br>E-mail priya.nair@karbonhomes.example</p>
<p class="letter-enclosures">Enclosed: Unacceptable Customer Behaviour Policy</p>
</section>
</div>
</article>
','I am writing about the two events set out below. This letter is a formal warning. It says what happened, what we are doing about the matter behind it, what we ask of you, and what may follow if it happens again.

**What to do next:** please read this letter and tell me your side of it by Tuesday 24 November 2026.

## What happened

This is what we recorded. Where it says “the customer”, it means you.

::: incident
**Tuesday 27 October 2026, 9.40 am to 9.47 am, by telephone**

The customer rang about a leak under the kitchen sink and shouted insults at the adviser.

The words were:

> “You are useless, the lot of you”

In our policy this comes under **aggressive or abusive behaviour** (“swore at or insulted somebody”). Our reference for it is I-00003.

:::

::: incident
**Monday 2 November 2026, 10.05 am to 10.12 am, by telephone**

The customer rang about the missed plumber''s visit and swore at the adviser throughout.

The words were:

> “Get off your backside and do your job”

In our policy this comes under **aggressive or abusive behaviour** (“swore at or insulted somebody”, “was persistently rude”). Our reference for it is I-00004.

:::


## Why this matters

The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.

## What we could have done better

Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.

## What we are doing about the matter behind this

A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.

You asked us: “When will the leak under the sink be repaired?” We answered this on Tuesday 3 November 2026.

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

- **Emergencies**: ring 0191 498 0199, day or night; if anyone is in danger, ring 999
- **Repairs, damp and mould, and other hazards in your home**: ring 0191 498 0100 or use any other way
- **Gas and electrical safety**: ring 0191 498 0199, day or night
- **Safeguarding and domestic abuse**: ring 0191 498 0100 or use any other way
- **Complaints, and appeals against our decisions**: write to complaints&#64;karbonhomes.example or use any other way
- **The Housing Ombudsman**: ring 0300 111 3000
- **Your MP and your councillors**: write to them or see them as you always could; we answer them
- **An adviser, a solicitor or somebody you have chosen to speak for you**: they may speak or write to us for you in any way
- **Rent and other payments**: ring 0191 498 0100 or use any other way
- **Requests for your data or for information**: write to data.protection&#64;karbonhomes.example or use any other way

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
','warnings/issued','5d9d796f1408','{"organisation":{"address_lines":["Number Five","Gosforth Park Avenue","Gosforth Business Park","Newcastle upon Tyne","NE12 8EG"],"name":"Karbon Homes","telephone":"0191 498 0100","email":"customers@karbonhomes.example","website":"www.karbonhomes.example","emergency_telephone":"0191 498 0199","complaints_email":"complaints@karbonhomes.example"},"ombudsman":{"name":"Housing Ombudsman Service","telephone":"0300 111 3000","email":"info@housing-ombudsman.org.uk","website":"www.housing-ombudsman.org.uk","address":"PO Box 1484, Unit D, Preston, PR2 0ET"},"information_regulator":{"name":"Information Commissioner''s Office","telephone":"0303 123 1113","website":"www.ico.org.uk"},"policy":{"title":"Unacceptable Customer Behaviour Policy","where":"is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour"},"recipient":{"name":"Scott Rhodes","salutation":"Mr Rhodes","address_lines":["88 Taylor Avenue","Gateshead","NE8 3AE"]},"sender":{"name":"Priya Nair","job_title":"Housing manager (north)","telephone":"0191 498 0113","email":"priya.nair@karbonhomes.example"},"reference":"W-00002","date":"2026-11-06","format_offers":["large print","audio","braille","easy read","another language","by e-mail"],"always_open":[{"what":"emergencies","how":"ring 0191 498 0199, day or night; if anyone is in danger, ring 999"},{"what":"repairs, damp and mould, and other hazards in your home","how":"ring 0191 498 0100 or use any other way"},{"what":"gas and electrical safety","how":"ring 0191 498 0199, day or night"},{"what":"safeguarding and domestic abuse","how":"ring 0191 498 0100 or use any other way"},{"what":"complaints, and appeals against our decisions","how":"write to complaints@karbonhomes.example or use any other way"},{"what":"the Housing Ombudsman","how":"ring 0300 111 3000"},{"what":"your MP and your councillors","how":"write to them or see them as you always could; we answer them"},{"what":"an adviser, a solicitor or somebody you have chosen to speak for you","how":"they may speak or write to us for you in any way"},{"what":"rent and other payments","how":"ring 0191 498 0100 or use any other way"},{"what":"requests for your data or for information","how":"write to data.protection@karbonhomes.example or use any other way"}],"kept_words":"for 2 years after the warning ends","icon_words":"A written warning is in place","told":["colleagues who deal with you"],"enclosures":["Unacceptable Customer Behaviour Policy"],"incidents":[{"reference":"I-00003","date":"2026-10-27","date_is_about":false,"until":null,"start_time":"09:40:00","end_time":"09:47:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about a leak under the kitchen sink and shouted insults at the adviser.","exact_words":"You are useless, the lot of you","behaviours":["Swore at or insulted somebody"],"headings":["Aggressive or abusive behaviour"]},{"reference":"I-00004","date":"2026-11-02","date_is_about":false,"until":null,"start_time":"10:05:00","end_time":"10:12:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about the missed plumber''s visit and swore at the adviser throughout.","exact_words":"Get off your backside and do your job","behaviours":["Swore at or insulted somebody","Was persistently rude"],"headings":["Aggressive or abusive behaviour"]}],"sanctions":[{"kind":"channels","words":"ask you to contact us only by letters and e-mails"}],"sanction_months":6,"valid_months":6,"dispute_by":"2026-11-24","dispute_days":10,"requests":[{"words":"When will the leak under the sink be repaired?","answered_on":"2026-11-03","due_on":"2026-11-10","owner_role":"customer contact manager"}]}','676917189124ce6b42c61f005b8d9b1ffabad3935e2101ed74dba7fae7286ef3',4,'2026-11-06 13:00:00');
INSERT INTO "letter" VALUES(3,26,'restrictions/imposed','Our decision to limit how you contact us','standard','English','','<article class="letter letter-standard" lang="en-GB">
<header class="letter-head">
<div class="letter-sender">
<p class="letter-name">Karbon Homes</p>
<p>Number Five<br>Gosforth Park Avenue<br>Gosforth Business Park<br>Newcastle upon Tyne<br>NE12 8EG</p>
<p class="letter-contact">0191 498 0100<br>customers@karbonhomes.example<br>www.karbonhomes.example</p>
<p class="letter-dated">10 November 2026</p>
<p class="letter-reference">Our reference: <span class="letter-our-reference">R-00001</span></p>
</div>
<address class="letter-window letter-window-roomy">
<span>Jasmine Cooke</span><br>
<span>63 Sharpe Terrace</span><br>
<span>Newcastle upon Tyne</span><br>
<span>NE6 7XB</span>
</address>
</header>
<div class="letter-body">
<p class="letter-greeting">Dear Ms Cooke</p>
<h2 class="letter-title">Our decision to limit how you contact us</h2>
<p>On 16&nbsp;October&nbsp;2026 we wrote to warn you about your contact with us. Since then something more has happened, which is set out below. Because of it, we decided on 9&nbsp;November&nbsp;2026 to limit how you contact us for a time, from 11&nbsp;November&nbsp;2026 to 11&nbsp;May&nbsp;2027. The decision was made by our housing manager (north). This letter says why, how the arrangement works, what stays open to you, and how to appeal. You have until 10&nbsp;December&nbsp;2026 to appeal.</p>
<p><strong>What to do next:</strong> please read how the arrangement works. If any of it would be difficult for you, tell me before Wednesday 11&nbsp;November&nbsp;2026 if you can, or at any time.</p>
<h3>What has happened since our warning</h3>
<p>This is what we recorded. Where it says “the customer”, it means you.</p>
<section class="incident">
<p><strong>Friday 6&nbsp;November&nbsp;2026, 9.15&nbsp;am to 9.22&nbsp;am, by telephone</strong></p>
<p>The customer rang about the ceiling and told the adviser that they would find out where they live.</p>
<p>The words were:</p>
<blockquote>
<p>“I will find out where you live”</p>
</blockquote>
<p>In our policy this comes under <strong>aggressive or abusive behaviour</strong> (“threatened somebody”, “swore at or insulted somebody”). Our reference for it is I-00005.</p>
</section>
<h3>Why we have decided this</h3>
<p>The calls went on in the same manner after our warning. A talk with the housing manager and the promise of one contact in the repairs team did not change them.</p>
<h3>What we are doing about the matter behind this</h3>
<p>The ceiling will be made good. The repairs team will write to you with the day.</p>
<h3>How the arrangement works</h3>
<section class="dates">
<ul>
<li><strong>Starts:</strong> Wednesday 11&nbsp;November&nbsp;2026</li>
<li><strong>Review:</strong> Tuesday 9&nbsp;February&nbsp;2027, by our housing manager (north), who will write to you with the result</li>
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
<li><strong>Emergencies</strong>: ring 0191&nbsp;498&nbsp;0199, day or night; if anyone is in danger, ring 999</li>
<li><strong>Repairs, damp and mould, and other hazards in your home</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Gas and electrical safety</strong>: ring 0191&nbsp;498&nbsp;0199, day or night</li>
<li><strong>Safeguarding and domestic abuse</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Complaints, and appeals against our decisions</strong>: write to complaints@karbonhomes.example or use any other way</li>
<li><strong>The Housing Ombudsman</strong>: ring 0300&nbsp;111&nbsp;3000</li>
<li><strong>Your MP and your councillors</strong>: write to them or see them as you always could; we answer them</li>
<li><strong>An adviser, a solicitor or somebody you have chosen to speak for you</strong>: they may speak or write to us for you in any way</li>
<li><strong>Rent and other payments</strong>: ring 0191&nbsp;498&nbsp;0100 or use any other way</li>
<li><strong>Requests for your data or for information</strong>: write to data.protection@karbonhomes.example or use any other way</li>
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
<p><strong>Priya Nair</strong><br>Housing manager (north), Karbon Homes<br>Telephone 0191 498 0113<br>E-mail priya.nair@karbonhomes.example</p>
<p class="letter-enclosures">Enclosed: Unacceptable Customer Behaviour Policy</p>
</section>
</div>
</article>
','On 16 October 2026 we wrote to warn you about your contact with us. Since then something more has happened, which is set out below. Because of it, we decided on 9 November 2026 to limit how you contact us for a time, from 11 November 2026 to 11 May 2027. The decision was made by our housing manager &#40;north&#41;. This letter says why, how the arrangement works, what stays open to you, and how to appeal. You have until 10 December 2026 to appeal.

**What to do next:** please read how the arrangement works. If any of it would be difficult for you, tell me before Wednesday 11 November 2026 if you can, or at any time.

## What has happened since our warning

This is what we recorded. Where it says “the customer”, it means you.

::: incident
**Friday 6 November 2026, 9.15 am to 9.22 am, by telephone**

The customer rang about the ceiling and told the adviser that they would find out where they live.

The words were:

> “I will find out where you live”

In our policy this comes under **aggressive or abusive behaviour** (“threatened somebody”, “swore at or insulted somebody”). Our reference for it is I-00005.

:::


## Why we have decided this

The calls went on in the same manner after our warning. A talk with the housing manager and the promise of one contact in the repairs team did not change them.

## What we are doing about the matter behind this

The ceiling will be made good. The repairs team will write to you with the day.

## How the arrangement works

::: dates
- **Starts:** Wednesday 11 November 2026
- **Review:** Tuesday 9 February 2027, by our housing manager &#40;north&#41;, who will write to you with the result
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

- **Emergencies**: ring 0191 498 0199, day or night; if anyone is in danger, ring 999
- **Repairs, damp and mould, and other hazards in your home**: ring 0191 498 0100 or use any other way
- **Gas and electrical safety**: ring 0191 498 0199, day or night
- **Safeguarding and domestic abuse**: ring 0191 498 0100 or use any other way
- **Complaints, and appeals against our decisions**: write to complaints&#64;karbonhomes.example or use any other way
- **The Housing Ombudsman**: ring 0300 111 3000
- **Your MP and your councillors**: write to them or see them as you always could; we answer them
- **An adviser, a solicitor or somebody you have chosen to speak for you**: they may speak or write to us for you in any way
- **Rent and other payments**: ring 0191 498 0100 or use any other way
- **Requests for your data or for information**: write to data.protection&#64;karbonhomes.example or use any other way

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
','restrictions/imposed','f4bda236c2d4','{"organisation":{"address_lines":["Number Five","Gosforth Park Avenue","Gosforth Business Park","Newcastle upon Tyne","NE12 8EG"],"name":"Karbon Homes","telephone":"0191 498 0100","email":"customers@karbonhomes.example","website":"www.karbonhomes.example","emergency_telephone":"0191 498 0199","complaints_email":"complaints@karbonhomes.example"},"ombudsman":{"name":"Housing Ombudsman Service","telephone":"0300 111 3000","email":"info@housing-ombudsman.org.uk","website":"www.housing-ombudsman.org.uk","address":"PO Box 1484, Unit D, Preston, PR2 0ET"},"information_regulator":{"name":"Information Commissioner''s Office","telephone":"0303 123 1113","website":"www.ico.org.uk"},"policy":{"title":"Unacceptable Customer Behaviour Policy","where":"is enclosed, and is at www.karbonhomes.example/unacceptable-behaviour"},"recipient":{"name":"Jasmine Cooke","salutation":"Ms Cooke","address_lines":["63 Sharpe Terrace","Newcastle upon Tyne","NE6 7XB"]},"sender":{"name":"Priya Nair","job_title":"Housing manager (north)","telephone":"0191 498 0113","email":"priya.nair@karbonhomes.example"},"reference":"R-00001","date":"2026-11-10","format_offers":["large print","audio","braille","easy read","another language","by e-mail"],"always_open":[{"what":"emergencies","how":"ring 0191 498 0199, day or night; if anyone is in danger, ring 999"},{"what":"repairs, damp and mould, and other hazards in your home","how":"ring 0191 498 0100 or use any other way"},{"what":"gas and electrical safety","how":"ring 0191 498 0199, day or night"},{"what":"safeguarding and domestic abuse","how":"ring 0191 498 0100 or use any other way"},{"what":"complaints, and appeals against our decisions","how":"write to complaints@karbonhomes.example or use any other way"},{"what":"the Housing Ombudsman","how":"ring 0300 111 3000"},{"what":"your MP and your councillors","how":"write to them or see them as you always could; we answer them"},{"what":"an adviser, a solicitor or somebody you have chosen to speak for you","how":"they may speak or write to us for you in any way"},{"what":"rent and other payments","how":"ring 0191 498 0100 or use any other way"},{"what":"requests for your data or for information","how":"write to data.protection@karbonhomes.example or use any other way"}],"kept_words":"for 3 years after the arrangement ends","icon_words":"A contact arrangement is in place: see the file before you reply","told":["the customer contact team","the repairs team","your housing officer"],"enclosures":["Unacceptable Customer Behaviour Policy"],"incidents":[{"reference":"I-00005","date":"2026-11-06","date_is_about":false,"until":null,"start_time":"09:15:00","end_time":"09:22:00","time_unknown_because":null,"channel":"by telephone","place":null,"subject":null,"contacts_counted":[],"what_happened":"The customer rang about the ceiling and told the adviser that they would find out where they live.","exact_words":"I will find out where you live","behaviours":["Threatened somebody","Swore at or insulted somebody"],"headings":["Aggressive or abusive behaviour"]}],"warning_date":"2026-10-16","decided_on":"2026-11-09","decided_by_role":"housing manager (north)","scope":"all our services and offices","terms":[{"kind":"channels","channels":[{"words":"Letters","to":"Number Five, Gosforth Park Avenue, Gosforth Business Park, Newcastle upon Tyne, NE12 8EG"},{"words":"E-mails","to":"customers@karbonhomes.example"}]}],"reply_days":5,"starts_on":"2026-11-11","ends_on":"2027-05-11","review_on":"2027-02-09","reviewer_role":"housing manager (north)","appeal_by":"2026-12-10","appeal_days":20,"appeal_answer_days":10}','8baf6e39deec56e2893a64f6edc6af310d7a6d06e962ae3f12a55214a30cf078',4,'2026-11-10 13:00:00');
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
INSERT INTO "schema_migration" VALUES(1,'0001_first','2026-11-22 20:33:16.030749');
INSERT INTO "schema_migration" VALUES(2,'0002_append_only','2026-11-22 20:33:16.032841');
INSERT INTO "schema_migration" VALUES(3,'0003_search','2026-11-22 20:33:16.034336');
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
INSERT INTO "user" VALUES(1,'Morag Sinclair','morag.sinclair@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$F5GerjU28rhOsLU+I3eKIQ$NykvRpb1GmWwMyCMHIql2mD324a09OKPhoBrH3VVJCw','Systems administrator','Digital','0191 498 0110','["administrator"]',NULL,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(2,'Helen Armstrong','helen.armstrong@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$MKHcUCP2x2bmkqos6qLE2w$AvHuK5MkwCUOOH+yi4vPNFRRXq/+RkCJEyu54qTcX3U','Assistant director, homes','Directors','0191 498 0111','["senior_officer"]',NULL,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(3,'Tariq Mahmood','tariq.mahmood@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$uJpl3P6xqKEEgwI5/xRf5A$q4cZdlYnk4+cH/F58XSYFoCgHUiDbmUheEY27xvETs0','Assistant director, assets','Directors','0191 498 0112','["senior_officer"]',NULL,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(4,'Priya Nair','priya.nair@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$/gaRwcnE4ujv2ZvWHAGcVQ$mgF6ZQ9tMXRkEcK5m2y5jpO3XGz1fstw/OSl1OdftQo','Housing manager (north)','Housing north','0191 498 0113','["manager"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(5,'David Robson','david.robson@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$jZ6nYiuSVYaShzHv+pUymQ$kplhJidtKbY2uB44ZnUrizeB+4hFWVvjZKLSJp3l2Xw','Housing manager (south)','Housing south','0191 498 0114','["manager"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(6,'Grace Okafor','grace.okafor@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$gtnZOK4EX/IsB8cLzBoiTg$QWqiQkHyMKngUDjtfr41latSmYnhiZhCmop/n+G6/6M','Customer contact manager','Customer contact','0191 498 0115','["manager"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(7,'Tom Bell','tom.bell@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$gdH8Ol2pFl+kcuTk7yhmaA$CtoXG3V1INKogszP+PzxLtGhZ54vIqMFK14Yl8yMbKQ','Housing officer','Housing north','0191 498 0116','["officer"]',4,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(8,'Aisha Rahman','aisha.rahman@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$gkAdmvpjD/HO9PBaMAN72g$5yzzGUW0lKnRSFmaKoSQnejJ/+sCAQfseeJEgZ/luaw','Housing officer','Housing north','0191 498 0117','["officer"]',4,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(9,'Callum Reid','callum.reid@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$zrLd+f20lOBgO5RqLeI8LA$GClTvJ9CiSx/aQDU1GlJejGuE5pNFJdnbbFF/CU3BJ8','Housing officer','Housing south','0191 498 0118','["officer"]',5,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(10,'Wendy Charlton','wendy.charlton@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$qYdC+tZxTlehAjQE1jX/mg$cAcxWTlATwLJK3Xx3rGfuUpQdXjqb1xJucS+puej0YM','Income officer','Housing south','0191 498 0119','["officer"]',5,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(11,'Sam Fletcher','sam.fletcher@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$oLpAQQjzkIswN3BiH3nnCQ$LKicVRDjUb296ST782JI2xWaC07UIeGCUPcnCbGVsEM','Customer adviser','Customer contact','0191 498 0120','["colleague"]',6,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(12,'Lucy Dodds','lucy.dodds@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$ryH2UZ7MY7l2B81znE3GZg$Ufn+Q73vh3pZwoZG3YaGhM5v/B8F/VM4Up0d9AfLTR4','Customer adviser','Customer contact','0191 498 0121','["colleague"]',6,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(13,'Kevin Hall','kevin.hall@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$WtleJauk/t4NmmOtv3SxHg$Vv0dmhs5XDy7w9S81oAowCuQablSR1MMYAqLuiVcJGg','Plumber','Repairs','0191 498 0122','["colleague"]',5,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(14,'Joanne Wilkes','joanne.wilkes@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$rH+qZTFQYxXxMv21ULq8SQ$zSCJBmv2Dd3aNbIQKITrOc6a8l4hNJfOtKsyqF5hs3I','Health and safety adviser','Safety','0191 498 0123','["safety_lead"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
INSERT INTO "user" VALUES(15,'Idris Evans','idris.evans@karbonhomes.example','$argon2id$v=19$m=19456,t=2,p=1$6YbCGDQdT8x7DrdcKxfRRw$IaZxZiov8/QWDNMrziZdetKmfwgS3wlwuBdNfW7+zpU','Data protection officer','Governance','0191 498 0124','["data_protection_officer"]',2,'[0,1,2,3,4]',1,0,'2025-08-15 08:00:00');
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
