package io.github.headroom4j.rag;

import java.util.List;

/** Passages of a made-up handbook, as a retriever would find them. */
final class Guides {

    static final String POOL = """
            Connection pool
            The pool keeps idle connections for ten minutes. After that they are closed by a background thread. \
            The size of the pool is set by the option pool.max-size, whose default is 40 connections. \
            A pool that is too large wastes memory on the server. Operators often look at its metrics first.""";

    static final String RETRY = """
            Retries
            A request that fails is sent again by the client. However, requests that write are never sent twice. \
            The delay between two attempts grows from one second to a minute. \
            Nobody should build a second layer of retries on top of it. The feature was asked for by many users.""";

    static final String CACHE = """
            Cache
            Answers are kept in a cache on the heap. Entries are dropped when they have not been read for an hour. \
            The cache may hold ten thousand entries. It was written by Mara Lindqvist in her second year. \
            Its hit rate is printed every night.""";

    static final String AUTHOR = """
            Mara Lindqvist
            Mara Lindqvist joined the company as an intern. She was born in Umea and studied there. \
            Today she leads the storage group. Her talks are recorded and shown to new colleagues.""";

    static final String BACKUP = """
            Backups
            Every night a full copy of the database is written to another building. \
            Copies are encrypted with a key of the customer. Restoring one takes about four hours. \
            The last exercise was held in spring. Nothing was lost on that day.""";

    static final String LOGGING = """
            Logging
            The server writes one line for each request. Lines are rotated at midnight and removed after a month. \
            Personal data is masked before a line is written. Levels can be changed while the server runs. \
            Debug output slows everything down.""";

    static final String HARBOUR = """
            Harbour office
            The harbour office opens at seven in the morning. Ships announce themselves by radio an hour before. \
            Fees depend on length and on the season. In winter the northern quay is closed. \
            The pilot boat is called Gull.""";

    static final String JSON = """
            [{"name":"pool.max-size","default":40,"since":"1.0"},{"name":"pool.idle-time","default":600,"since":"1.0"},\
            {"name":"cache.entries","default":10000,"since":"1.2"},{"name":"cache.ttl","default":3600,"since":"1.2"},\
            {"name":"retry.max-delay","default":60,"since":"2.0"},{"name":"retry.first-delay","default":1,"since":"2.0"}]""";

    static final List<String> ALL = List.of(HARBOUR, POOL, RETRY, CACHE, BACKUP, LOGGING, AUTHOR);

    static final String POOL_QUESTION = "What is the default of pool.max-size?";

    private Guides() {}
}
