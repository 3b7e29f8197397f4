CREATE (n:Entity {id: 'new'})
MATCH (n:Entity) SET n.name = 'changed'
MATCH (n:Entity) SET n += {name: 'changed'}
MATCH (n:Entity) SET n:Outlet
MATCH (n:Entity) REMOVE n.name
MATCH (n:Entity) REMOVE n:Entity
MATCH (n) DETACH DELETE n
MATCH (n) NODETACH DELETE n
MATCH ()-[r]->() DELETE r
MERGE (n:Entity {id: 'new'})
MATCH (n:Entity) MERGE (n)-[:VISITED]->(n)
INSERT (n:Entity {id: 'new'})
MATCH (n:Entity) FOREACH (x IN [1] | SET n.name = 'changed')
UNWIND [1, 2] AS x CREATE (n:Entity {id: toString(x)})
MATCH (n) CALL (n) { SET n.name = 'changed' } RETURN n
CALL { CREATE (n:Entity {id: 'new'}) RETURN n } RETURN n
MATCH (n) CALL { WITH n SET n.name = 'changed' } IN TRANSACTIONS OF 1 ROWS
WITH 1 AS x CREATE (n:Entity {id: 'new'})
WITH 1 AS x CrEaTe (n:Entity {id: 'new'})
/* read */ CREATE (n:Entity {id: 'new'})
MATCH (n) RETURN n; CREATE (m:Entity {id: 'new'})
MATCH (n) /* ' */ SET n.name = 'changed' /* ' */ RETURN n
MATCH (n) WHERE n.id = 'it\'s' SET n.name = "x" RETURN n
MATCH (n) WHERE n.name = "//" SET n.name = 'changed' RETURN n
MATCH (n) RETURN n UNION CREATE (n:Entity {id: 'new'}) RETURN n
EXPLAIN CREATE (n:Entity {id: 'new'})
PROFILE CREATE (n:Entity {id: 'new'})
CYPHER 5 CREATE (n:Entity {id: 'new'})
CYPHER runtime=slotted MATCH (n) SET n.name = 'changed'
USING PERIODIC COMMIT LOAD CSV FROM 'file:///etc/passwd' AS row CREATE (n:Entity {id: row[0]})
LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row
LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:80/' AS row RETURN row
LOAD CSV FROM 'http://169.254.169.254/latest/meta-data' AS row RETURN row
MATCH (n) LOAD CSV FROM 'http://127.0.0.1/?' + n.name AS row RETURN row
CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value
CALL apoc.cypher.doIt('CREATE (n:Entity)', {}) YIELD value RETURN value
CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})
RETURN apoc.cypher.runFirstColumnSingle('CREATE (n) RETURN n', {})
RETURN {a: apoc.util.sleep(1000)} AS x
CREATE INDEX evil FOR (n:Entity) ON (n.evil)
CREATE CONSTRAINT evil FOR (n:Entity) REQUIRE n.evil IS UNIQUE
CREATE FULLTEXT INDEX evil FOR (n:Entity) ON EACH [n.evil]
DROP CONSTRAINT entity_id
DROP INDEX article_pending
CREATE USER eve SET PASSWORD 'evilevil'
ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'
DROP USER neo4j
GRANT ROLE admin TO eve
CREATE DATABASE evil
DROP DATABASE neo4j
STOP DATABASE neo4j
USE system MATCH (n) RETURN n
CALL { USE system MATCH (n) RETURN n } RETURN n
SHOW USERS
SHOW SETTINGS
SHOW TRANSACTIONS
SHOW PROCEDURES
TERMINATE TRANSACTIONS 'neo4j-transaction-1'
MATCH (n) RETURN n SHOW TRANSACTIONS YIELD *
CALL dbms.listConfig() YIELD name, value RETURN name, value
CALL dbms.killConnection('bolt-1')
CALL dbms.security.listUsers()
CALL db.clearQueryCaches()
CALL db.createLabel('Evil')
CALL db.createProperty('evil')
CALL db.index.fulltext.createNodeIndex('evil', ['Entity'], ['name'])
CALL `dbms`.`listConfig`()
CALL algo.pagerank()
MATCH (n:$(['Entity'])) RETURN n
MATCH (n:$any($labels)) RETURN n
MATCH ()-[r:$($type)]->() RETURN r
MATCH (n) RETURN 1 AS \u0053ET
MATCH (n) /* \u002a/ SET n.name = 'changed' /* */ RETURN n
MATCH (n) WHERE n.id = '\u0027 SET n.name = \u0027' RETURN n
MATCH (n) ſET n.name = 'changed'
MATCH (n) WHERE n.x = 1SET n.name = 'changed'
MATCH (n) WHERE n.x = 1.SET n.name = 'changed'
BEGIN
COMMIT
SELECT * FROM Entity
DELETE FROM Entity
