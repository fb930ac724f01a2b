"""Shoppers: the HTTP traffic that the shop topology serves, with the harmless trouble every shop sees."""

import http.client
import random
import socket
import threading
import time


class Shoppers:
    """A few threads that browse, fill carts and check out through the front door."""

    agent = "shop-frontend/4.2"

    def __init__(self, port, seed, per_second=8.0, threads=4):
        self.port = port
        self.random = random.Random(seed)
        self.pause = threads / per_second
        self.threads = [threading.Thread(target=self.shop, args=(random.Random(seed * 100 + n),), daemon=True) for n in range(threads)]
        self.done = threading.Event()
        self.lock = threading.Lock()
        self.requests = self.errors = 0
        self.latencies = []

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.done.set()
        for thread in self.threads:
            thread.join(15)

    def slower(self, factor):
        self.pause *= factor

    def load(self):
        with self.lock:
            recent = sorted(self.latencies[-200:])
            p95 = recent[(len(recent) - 1) * 95 // 100] if recent else 0.0
            return self.requests, self.errors, round(p95, 1)

    def shop(self, dice):
        cart = self.new_cart(dice)
        while not self.done.is_set():
            choice = dice.random()
            product = dice.randint(1, 260)
            if choice < 0.42:
                self.ask("GET", f"/products/{product}")
            elif choice < 0.52:
                self.ask("GET", f"/products?q=C-{dice.randint(1, 400):05d}")
            elif choice < 0.70:
                self.ask("POST", f"/carts/{cart}/items?product={product}&amount={dice.randint(1, 3)}")
            elif choice < 0.78:
                self.ask("GET", f"/carts/{cart}")
            elif choice < 0.93:
                self.ask("POST", f"/checkout?cart={cart}&product={product}&cents={dice.randint(99, 90000)}")
                cart = self.new_cart(dice)
            else:
                self.harmless_trouble(dice, cart)
            self.done.wait(dice.uniform(0.4, 1.6) * self.pause)

    def new_cart(self, dice):
        return dice.choice(["north", "south", "east", "west"]) + f"-{dice.getrandbits(32):08x}"

    def harmless_trouble(self, dice, cart):
        kind = dice.randint(0, 5)
        if kind == 0:
            self.ask("GET", f"/products/{dice.randint(900000, 999999)}")
        elif kind == 1:
            self.ask("GET", "/products?q=" + dice.choice(["a", "x", "to"]))
        elif kind == 2:
            self.ask("POST", f"/carts/{cart}/items?product={dice.randint(1, 99)}&amount=0")
        elif kind == 3:
            self.ask("GET", dice.choice(["/wp-login.php", "/favicon.ico", "/.env", "/robots.txt", "/admin/setup.cgi"]))
        elif kind == 4:
            self.ask("GET", f"/reports/sales?region={dice.choice(['north', 'south', 'east', 'west'])}")
        else:
            self.hang_up(f"/products/{dice.randint(1, 900)}")

    def ask(self, method, path, timeout=12):
        start = time.monotonic()
        status = 0
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, headers={"User-Agent": self.agent})
            response = connection.getresponse()
            response.read()
            status = response.status
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        with self.lock:
            self.requests += 1
            if status == 0 or status >= 500:
                self.errors += 1
            self.latencies.append((time.monotonic() - start) * 1000)
        return status

    def hang_up(self, path):
        """A client that closes its connection before the answer."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=2) as client:
                client.sendall(f"GET {path} HTTP/1.1\r\nHost: shop\r\n\r\n".encode())
        except OSError:
            pass
