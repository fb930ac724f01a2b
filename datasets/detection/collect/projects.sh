#!/usr/bin/env bash
# Makes the throw-away projects under $DEMO (default /srv/demo) that collect.py runs tools on. Written for this corpus.
set -u
DEMO=${DEMO:-/srv/demo}
export HOME=$DEMO/home
mkdir -p "$DEMO"/{home,java,gradle,node,py,rustapp,goapp,capp,cmakeapp,tsapp,crash,out}
cd "$DEMO" || exit 1

# ---------------------------------------------------------------- Java (Maven)
cd "$DEMO/java" && mkdir -p src/main/java/demo src/test/java/demo
cat > pom.xml <<'EOF'
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>demo</groupId><artifactId>orders</artifactId><version>1.0</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>5.13.4</version><scope>test</scope>
    </dependency>
  </dependencies>
</project>
EOF
cat > src/main/java/demo/Orders.java <<'EOF'
package demo;

import java.util.HashMap;
import java.util.Map;

/** Keeps stock and takes orders. */
public class Orders {
    private final Map<String, Integer> stock = new HashMap<>();

    public void add(String sku, int quantity) {
        stock.merge(sku, quantity, Integer::sum);
    }

    public int take(String sku, int quantity) {
        int left = stock.getOrDefault(sku, 0) - quantity;
        if (left < 0) {
            throw new IllegalStateException("not enough of " + sku + ": " + left);
        }
        stock.put(sku, left);
        return left;
    }

    public static int parse(String quantity) {
        try {
            return Integer.parseInt(quantity);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a quantity: " + quantity, e);
        }
    }
}
EOF
cat > src/test/java/demo/OrdersTest.java <<'EOF'
package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OrdersTest {
    @Test void takesWhatIsThere() { Orders o = new Orders(); o.add("a", 3); assertEquals(1, o.take("a", 2)); }
    @Test void refusesMore() { assertThrows(IllegalStateException.class, () -> new Orders().take("a", 1)); }
    @Test void parses() { assertEquals(5, Orders.parse("5")); }
    @Test void wrongSum() { Orders o = new Orders(); o.add("a", 3); assertEquals(2, o.take("a", 2)); }
    @Test void wrongNumber() { assertEquals(7, Orders.parse("seven")); }
}
EOF

# ---------------------------------------------------------------- Java crashes, one program each
cd "$DEMO/crash"
cat > Nested.java <<'EOF'
import java.util.List;
import java.util.stream.Collectors;
public class Nested {
    static int level(int n) { if (n == 0) { throw new UnsupportedOperationException("bottom reached"); } return level(n - 1) + 1; }
    static void load() { try { level(12); } catch (UnsupportedOperationException e) { throw new IllegalStateException("cannot load catalogue", e); } }
    public static void main(String[] args) {
        try { List.of(1, 2, 3).stream().map(i -> { load(); return i; }).collect(Collectors.toList()); }
        catch (IllegalStateException e) { throw new RuntimeException("start failed", e); }
    }
}
EOF
cat > NullField.java <<'EOF'
public class NullField {
    record Customer(String name, Address address) {}
    record Address(String city) {}
    static String city(Customer c) { return c.address().city().toUpperCase(); }
    interface Step { String run(Customer c); }
    static String through(int n, Step s, Customer c) { return n == 0 ? s.run(c) : through(n - 1, s, c); }
    public static void main(String[] args) { System.out.println(through(8, NullField::city, new Customer("x", null))); }
}
EOF
cat > Pool.java <<'EOF'
import java.util.concurrent.*;
public class Pool {
    static int divide(int a, int b) { return a / b; }
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<Integer> f = pool.submit(() -> divide(4, 0));
        try { f.get(); } finally { pool.shutdown(); }
    }
}
EOF
cat > Closing.java <<'EOF'
public class Closing {
    static class Res implements AutoCloseable {
        final String n; Res(String n) { this.n = n; }
        @Override public void close() { throw new IllegalArgumentException("closing " + n); }
    }
    static void work() { try (Res a = new Res("a"); Res b = new Res("b")) { throw new ArrayIndexOutOfBoundsException("work " + a.n + b.n); } }
    public static void main(String[] args) { work(); }
}
EOF
cat > Deep.java <<'EOF'
import java.nio.file.*;
public class Deep {
    static Object read(String p) throws Exception { return Files.readAllLines(Path.of(p)); }
    static Object a(String p) throws Exception { return read(p); }
    static Object b(String p) throws Exception { return a(p); }
    public static void main(String[] args) throws Exception { b("/srv/demo/none/missing.properties"); }
}
EOF
cat > chained.py <<'EOF'
import json
class ConfigError(Exception):
    pass
def read(path):
    with open(path) as f:
        return json.load(f)
def load(path):
    try:
        return read(path)
    except OSError as e:
        raise ConfigError(f"cannot load {path}") from e
def main():
    config = load("/srv/demo/none/config.json")
    print(config["port"])
if __name__ == "__main__":
    main()
EOF
cat > recursion.py <<'EOF'
def visit(node):
    return visit(node["next"])
node = {}
node["next"] = node
visit(node)
EOF
cat > during.py <<'EOF'
class Cart:
    def __init__(self): self.items = {}
    def price(self, sku):
        try:
            return self.items[sku]
        except KeyError:
            return self.fallback(sku)
    def fallback(self, sku):
        return float("n/a " + sku)
def checkout(cart, skus):
    return sum(cart.price(s) for s in skus)
checkout(Cart(), ["ax-1", "bx-2"])
EOF
cat > decode.py <<'EOF'
import json
def parse(lines):
    for line in lines:
        yield json.loads(line)
def run(): return list(parse(['{"a": 1}', '{"a": }']))
run()
EOF
cat > thread.py <<'EOF'
import threading, concurrent.futures as cf
def job(n):
    if n == 3: raise ValueError(f"job {n} got a bad row")
    return n
with cf.ThreadPoolExecutor(2) as ex:
    print(sum(f.result() for f in [ex.submit(job, i) for i in range(5)]))
EOF
cat > typeerr.js <<'EOF'
function total(order) { return order.lines.map(l => l.price * l.qty).reduce((a, b) => a + b, 0); }
function report(orders) { return orders.map(total); }
function main() { report([{ lines: [{ price: 1, qty: 2 }] }, {}]); }
main();
EOF
cat > reject.js <<'EOF'
const fs = require('fs').promises;
async function read(p) { return JSON.parse(await fs.readFile(p, 'utf8')); }
async function load(p) { try { return await read(p); } catch (e) { throw new Error('cannot load ' + p, { cause: e }); } }
async function main() { await load('/srv/demo/none/config.json'); }
main();
EOF
cat > emitter.js <<'EOF'
const EventEmitter = require('events');
class Queue extends EventEmitter { push(x) { if (!x) { this.emit('error', new RangeError('empty job')); } } }
function fill(q, jobs) { jobs.forEach(j => q.push(j)); }
fill(new Queue(), [1, 2, 0]);
EOF
cat > jsonerr.mjs <<'EOF'
export function parseAll(rows) { return rows.map(r => JSON.parse(r)); }
function start() { return parseAll(['{"a":1}', '{oops}']); }
start();
EOF
cat > boom.rb <<'EOF'
class Store
  def fetch(key) = @data.fetch(key)
  def load = fetch(:orders).map { |o| o[:total] }
end
def run = Store.new.load
run
EOF
cat > argerr.rb <<'EOF'
def convert(values) = values.map { |v| Integer(v) }
def main
  convert(%w[1 2 three])
rescue ArgumentError => e
  raise "import failed"
end
main
EOF
cat > App.cs <<'EOF'
using System;
using System.Collections.Generic;
using System.Linq;
class App {
  static decimal Price(Dictionary<string, decimal> prices, string sku) { return prices[sku]; }
  static decimal Total(string[] skus) { var p = new Dictionary<string, decimal>(); return skus.Sum(s => Price(p, s)); }
  static void Main() { try { Total(new[] {"a"}); } catch (KeyNotFoundException e) { throw new InvalidOperationException("no total", e); } }
}
EOF
cat > Parse.cs <<'EOF'
using System;
class Parse { static int N(string s) { return int.Parse(s); } static int Sum(string[] a) { int t = 0; foreach (var s in a) t += N(s); return t; } static void Main() { Console.WriteLine(Sum(new[] {"1", "x"})); } }
EOF
mkdir -p gopanic && cat > gopanic/main.go <<'EOF'
package main

import "fmt"

type node struct{ next *node; name string }

func walk(n *node, depth int) string {
	if depth == 0 {
		return n.next.name
	}
	return walk(n, depth-1)
}

func main() { fmt.Println(walk(&node{name: "root"}, 6)) }
EOF
mkdir -p goindex && cat > goindex/main.go <<'EOF'
package main

import "sync"

func pick(values []int, i int) int { return values[i] }

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); _ = pick([]int{1, 2}, 5) }()
	wg.Wait()
}
EOF
mkdir -p godead && cat > godead/main.go <<'EOF'
package main

func feed(c chan int) { c <- 1 }

func main() {
	c := make(chan int)
	go func() { select {} }()
	go feed(c)
	<-c
	<-c
}
EOF
cat > panic.rs <<'EOF'
fn parse(s: &str) -> i32 { s.parse::<i32>().unwrap() }
fn total(v: &[&str]) -> i32 { v.iter().map(|s| parse(s)).sum() }
fn main() { println!("{}", total(&["1", "x2"])); }
EOF
cat > bounds.rs <<'EOF'
struct Grid { cells: Vec<u8>, w: usize }
impl Grid { fn at(&self, x: usize, y: usize) -> u8 { self.cells[y * self.w + x] } }
fn scan(g: &Grid) -> u32 { (0..9).map(|y| g.at(0, y) as u32).sum() }
fn main() { let g = Grid { cells: vec![0; 12], w: 4 }; println!("{}", scan(&g)); }
EOF
cat > segv.c <<'EOF'
#include <stdlib.h>
struct item { struct item *next; int value; };
int last(struct item *i) { return i->next->next->value; }
int sum(int n) { return n == 0 ? last(calloc(1, sizeof(struct item))) : sum(n - 1); }
int main(void) { return sum(10); }
EOF

# ---------------------------------------------------------------- Node, TypeScript
cd "$DEMO/node"
cat > package.json <<'EOF'
{ "name": "demo-node", "version": "1.0.0", "scripts": { "test": "jest", "lint": "eslint src" } }
EOF
mkdir -p src test
cat > src/cart.js <<'EOF'
class Cart {
  constructor() { this.items = []; }
  add(sku, price, qty) { this.items.push({ sku, price, qty }); return this; }
  total() { return this.items.reduce((sum, i) => sum + i.price * i.qty, 0); }
  discount(code) { if (code === 'TEN') { return this.total() * 0.9; } throw new Error('unknown code ' + code); }
}
module.exports = { Cart };
EOF
cat > src/untidy.js <<'EOF'
var x = 1
let unused = 5;
function f(a,b) { if (a == b) { return undefinedThing } else { return x } ; var x = 2 }
const g = () => { while (true) { break } debugger }
switch (x) { case 1: x++; case 2: x--; }
EOF
cat > src/cart.test.js <<'EOF'
const { Cart } = require('./cart');
describe('Cart', () => {
  test('adds up', () => { expect(new Cart().add('a', 2, 3).total()).toBe(6); });
  test('gives discount', () => { expect(new Cart().add('a', 10, 1).discount('TEN')).toBe(9); });
  test('rounds', () => { expect(new Cart().add('a', 0.1, 3).total()).toBe(0.3); });
  test('refuses unknown code', () => { expect(new Cart().discount('ELF')).toBe(0); });
});
EOF
cat > test/cart.spec.js <<'EOF'
const assert = require('assert');
const { Cart } = require('../src/cart');
describe('Cart', function () {
  it('adds up', function () { assert.strictEqual(new Cart().add('a', 2, 3).total(), 6); });
  it('rounds', function () { assert.strictEqual(new Cart().add('a', 0.1, 3).total(), 0.3); });
  it('keeps items', function () { assert.deepStrictEqual(new Cart().add('a', 1, 1).items, [{ sku: 'a', price: 1, qty: 2 }]); });
});
EOF
cat > test/native.mjs <<'EOF'
import test from 'node:test'; import assert from 'node:assert';
import cart from '../src/cart.js';
test('adds up', () => assert.equal(new cart.Cart().add('a', 2, 2).total(), 4));
test('nested', async t => { await t.test('one', () => {}); await t.test('two', () => assert.equal(1, 2)); });
EOF
cat > eslint.config.js <<'EOF'
const js = require('@eslint/js');
module.exports = [js.configs.recommended];
EOF
cd "$DEMO/tsapp" && mkdir -p src
cat > tsconfig.json <<'EOF'
{ "compilerOptions": { "strict": true, "noEmit": true, "target": "es2020", "module": "es2022", "moduleResolution": "bundler", "noUnusedLocals": true }, "include": ["src"] }
EOF
cat > src/order.ts <<'EOF'
interface Line { sku: string; price: number; qty?: number }
export function total(lines: Line[]): number { return lines.map(l => l.price * l.qty).reduce((a, b) => a + b); }
export function find(lines: Line[], sku: string): Line { return lines.find(l => l.sku === sku); }
const x: string = 5;
function untyped(a, b) { return a + b; }
export class Store { private rows: Map<string, Line>; get(k: string) { return this.rows.get(k).price; } missing() { return this.nothing(); } }
import { gone } from './gone';
EOF

# ---------------------------------------------------------------- Python
cd "$DEMO/py" && mkdir -p shop tests
cat > pyproject.toml <<'EOF'
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "shop"
version = "0.1"
EOF
touch shop/__init__.py
cat > shop/cart.py <<'EOF'
"""A cart that adds up."""
import os, sys


class Cart:
    def __init__(self):
        self.items = []

    def add(self, sku: str, price: float, qty: int = 1) -> "Cart":
        self.items.append((sku, price, qty))
        return self

    def total(self) -> int:
        return sum(price * qty for _, price, qty in self.items)

    def cheapest(self):
        return min(self.items, key=lambda i: i[1])[0]

    def broken(self, x=[]):
        if x == None: unused = 1
        return self.nothing + x
EOF
cat > tests/test_cart.py <<'EOF'
import pytest
from shop.cart import Cart


@pytest.fixture
def cart():
    return Cart().add("a", 2.0, 3).add("b", 1.5)


def test_total(cart):
    assert cart.total() == 7.5


def test_rounding():
    assert Cart().add("a", 0.1, 3).total() == 0.3


def test_cheapest(cart):
    assert cart.cheapest() == "b"


def test_cheapest_of_nothing():
    assert Cart().cheapest() is None


@pytest.mark.parametrize("qty", [1, 2, 3])
def test_quantities(qty):
    assert Cart().add("a", 2.0, qty).total() == 4.0


@pytest.mark.skip(reason="not yet")
def test_discount():
    pass
EOF
cat > tests/plain_unittest.py <<'EOF'
import unittest
from shop.cart import Cart
class CartTest(unittest.TestCase):
    def test_total(self): self.assertEqual(Cart().add("a", 2, 3).total(), 6)
    def test_wrong(self): self.assertEqual(Cart().add("a", 2, 3).total(), 7)
    def test_empty(self): Cart().cheapest()
if __name__ == "__main__":
    unittest.main()
EOF

# ---------------------------------------------------------------- Rust
cd "$DEMO/rustapp" && mkdir -p src
cat > Cargo.toml <<'EOF'
[package]
name = "rustapp"
version = "0.1.0"
edition = "2021"

[dependencies]
itoa = "1"
anyhow = "1"
EOF
cat > src/lib.rs <<'EOF'
//! A cart that adds up.
use std::collections::HashMap;

/// Items by name.
#[derive(Default)]
pub struct Cart { items: HashMap<String, (f64, u32)> }

impl Cart {
    pub fn add(&mut self, sku: &str, price: f64, qty: u32) { self.items.insert(sku.to_string(), (price, qty)); }
    pub fn total(&self) -> f64 { self.items.values().map(|(p, q)| p * (*q as f64)).sum() }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test] fn adds_up() { let mut c = Cart::default(); c.add("a", 2.0, 3); assert_eq!(c.total(), 6.0); }
    #[test] fn rounds() { let mut c = Cart::default(); c.add("a", 0.1, 3); assert_eq!(c.total(), 0.3); }
    #[test] #[should_panic] fn panics() { panic!("as expected") }
    #[test] fn empty() { assert!(Cart::default().total() > 0.0, "an empty cart costs nothing"); }
}
EOF
mkdir -p broken && cat > broken/main.rs <<'EOF'
use std::collections::HashMap;
struct Item { name: String, qty: u32 }
fn longest(a: &str, b: &str) -> &str { if a.len() > b.len() { a } else { b } }
fn take(i: Item) -> u32 { i.qty }
fn main() {
    let item = Item { name: "x".into(), qty: 1 };
    take(item);
    println!("{}", item.name);
    let n: u32 = "five";
    let mut unused = 3;
    missing(n);
}
EOF

# ---------------------------------------------------------------- Go
cd "$DEMO/goapp" && mkdir -p cart
cat > go.mod <<'EOF'
module example.org/goapp

go 1.22
EOF
cat > cart/cart.go <<'EOF'
// Package cart adds up.
package cart

import "errors"

// Cart holds items.
type Cart struct{ items map[string]float64 }

// ErrUnknown says that there is no such item.
var ErrUnknown = errors.New("unknown item")

// Add puts an item in.
func (c *Cart) Add(sku string, price float64) {
	if c.items == nil {
		c.items = make(map[string]float64)
	}
	c.items[sku] = price
}

// Price gives the price of an item.
func (c *Cart) Price(sku string) (float64, error) {
	p, ok := c.items[sku]
	if !ok {
		return 0, ErrUnknown
	}
	return p, nil
}
EOF
cat > cart/cart_test.go <<'EOF'
package cart

import "testing"

func TestAdd(t *testing.T) {
	var c Cart
	c.Add("a", 2)
	if p, _ := c.Price("a"); p != 2 {
		t.Fatalf("price = %v", p)
	}
}

func TestUnknown(t *testing.T) {
	var c Cart
	if _, err := c.Price("b"); err != nil {
		t.Errorf("err = %v, want nil", err)
	}
}

func TestTable(t *testing.T) {
	for _, n := range []string{"one", "two", "three"} {
		t.Run(n, func(t *testing.T) {
			if len(n) > 4 {
				t.Errorf("%s is too long: %d", n, len(n))
			}
		})
	}
}

func TestSkipped(t *testing.T) { t.Skip("not yet") }

func BenchmarkAdd(b *testing.B) {
	var c Cart
	for i := 0; i < b.N; i++ {
		c.Add("a", 1)
	}
}
EOF
mkdir -p broken && cat > broken/main.go <<'EOF'
package main

import (
	"fmt"
	"os"
)

func area(w int, h float64) int { return w * h }

func main() {
	x := 5
	var s string = 3
	fmt.Println(undefined, area("a", 2))
	return 1
}
EOF
mkdir -p vet && cat > vet/main.go <<'EOF'
package main

import "fmt"

type T struct{ A, B int }

func main() {
	fmt.Printf("%d %s\n", "a", 5)
	fmt.Printf("%d\n")
	t := T{1, 2}
	t = t
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println(i) }()
	}
}
EOF

# ---------------------------------------------------------------- C, C++, make, CMake
cd "$DEMO/capp"
cat > list.c <<'EOF'
#include <stdio.h>
#include "list.h"
int push(struct list *l, int v) { int unused; if (l->n = MAX) return -1; l->items[l->n++] = v; }
char *name(void) { char buf[8]; sprintf(buf, "%s", 5); return buf; }
EOF
cat > list.h <<'EOF'
#define MAX 16
struct list { int n; int items[MAX]; };
int push(struct list *l, int v);
EOF
cat > main.c <<'EOF'
#include <stdio.h>
#include "list.h"
int main(void) { struct list l = {0}; push(&l, 1); printf("%ld\n", l.n); return undeclared; }
EOF
cat > ok.c <<'EOF'
#include <stdio.h>
int main(void) { puts("ok"); return 0; }
EOF
cat > Makefile <<'EOF'
CC = gcc
CFLAGS = -Wall -Wextra -O2
all: ok app
ok: ok.o
	$(CC) -o $@ $^
app: main.o list.o
	$(CC) -o $@ $^
clean:
	rm -f *.o ok app
EOF
cat > templ.cpp <<'EOF'
#include <map>
#include <string>
#include <vector>
template <typename K, typename V> struct Index { std::map<K, V> m; V find(const K& k) const { return m[k]; } };
struct NoOrder { int x; };
int main() { Index<NoOrder, std::string> i; i.find(NoOrder{1}); std::vector<int> v = {"a", 2}; v.push(3); return missing; }
EOF
cd "$DEMO/cmakeapp"
cat > CMakeLists.txt <<'EOF'
cmake_minimum_required(VERSION 3.10)
project(shapes CXX)
enable_testing()
add_library(shapes area.cpp volume.cpp)
add_executable(app app.cpp)
target_link_libraries(app PRIVATE shapes)
add_test(NAME runs COMMAND app)
add_test(NAME fails COMMAND app wrong)
EOF
echo 'double area(double w, double h) { return w * h; }' > area.cpp
echo 'double volume(double w, double h, double d) { int unused; return w * h * d; }' > volume.cpp
echo 'double area(double, double); int main(int n, char**) { return area(1, 2) > 1 && n == 1 ? 0 : 3; }' > app.cpp
