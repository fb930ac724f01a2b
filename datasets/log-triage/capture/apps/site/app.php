<?php
// The magazine: articles, search, likes, uploads. One file; the web server sends every path here.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$uploads = dirname(__DIR__) . '/uploads';

function note($text) { error_log($text); }

function db() {
    static $db = null;
    if ($db === null) {
        mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
        $db = mysqli_init();
        $db->options(MYSQLI_OPT_CONNECT_TIMEOUT, 2);
        $db->real_connect('127.0.0.1', 'magazine', 'magazine-demo', 'magazine', 20306);
    }
    return $db;
}

function cache() {
    static $cache = null;
    if ($cache === null) {
        $cache = new Memcached();
        $cache->setOption(Memcached::OPT_CONNECT_TIMEOUT, 300);
        $cache->addServer('127.0.0.1', 20211);
    }
    return $cache;
}

function cached($key, $seconds, $compute) {
    $value = cache()->get($key);
    if ($value !== false) { return $value; }
    $code = cache()->getResultCode();
    if ($code !== Memcached::RES_NOTFOUND) { note("cache: get $key failed: " . cache()->getResultMessage()); }
    $start = microtime(true);
    $value = $compute();
    cache()->set($key, $value, $seconds);
    $took = (int) ((microtime(true) - $start) * 1000);
    if ($took > 150) { note("cache: $key recomputed in $took ms"); }
    return $value;
}

function article($id) {
    if ($id < 1 || $id > 5000) { note("article $id does not exist"); http_response_code(404); return 'not found'; }
    return cached("article:$id", 600, fn() => db()->query("select title, body from article where id = $id")->fetch_row()[0]);
}

function front() {
    return cached('front', 600, fn() => json_encode(db()->query(
        "select a.id, count(*) n from article a join article b on b.tag = a.tag and b.likes > a.likes - 3 where a.id < 4000 group by a.id order by n desc limit 10")->fetch_all()));
}

function topic($tag) {
    return cached("topic:$tag", 600, fn() => json_encode(db()->query(
        "select count(*), sum(length(b.body)) from article a join article b on b.tag = a.tag and md5(b.body) > md5(a.id) where a.tag = $tag")->fetch_all()));
}

function like($id) {
    $tag = $id % 20;
    db()->begin_transaction();
    db()->query("update article set likes = likes + 1 where id = $id");
    usleep(20000);
    db()->query("update topic set likes = likes + 1 where id = $tag");
    db()->commit();
    note("like of article $id counted");
    return 'ok';
}

function upload($name) {
    global $uploads;
    $file = "$uploads/" . preg_replace('/\W/', '', $name) . '.txt';
    if (file_put_contents($file, str_repeat('x', 2000)) === false) { http_response_code(500); return 'not stored'; }
    note("upload $name stored");
    return 'stored';
}

function export($size) {
    $rows = [];
    for ($n = 0; $n < $size; $n++) { $rows[] = str_repeat(chr(97 + $n % 26), 1000); }
    note("export of $size rows done");
    return count($rows) . ' rows';
}

try {
    $id = (int) ($_GET['id'] ?? 0);
    echo match (true) {
        $path === '/health' => 'up',
        $path === '/' => front(),
        $path === '/article' => article($id),
        $path === '/topic' => topic($id % 20),
        $path === '/like' => like($id),
        $path === '/upload' => upload($_GET['name'] ?? 'x'),
        $path === '/export' => export((int) ($_GET['rows'] ?? 10)),
        $path === '/slow' => (function () { sleep(8); return 'slow'; })(),
        default => (function () use ($path) { http_response_code(404); note("no route for $path"); return 'no such page'; })(),
    };
} catch (mysqli_sql_exception $e) {
    http_response_code(503);
    note("$path failed: mysqli_sql_exception: " . $e->getMessage() . ' in ' . basename($e->getFile()) . ':' . $e->getLine());
}
