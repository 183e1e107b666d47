"""A client that sends at a rate of its own, whatever the answers take, over HTTP/1.1 connections that stay.

  paced.py PORT HOST PATH LENGTH SECONDS CLIENTS PER_SECOND    prints one JSON object

Requests fall due as those of many people do who know nothing of each other (a Poisson process, the same in each run).
Each goes out on the connection that has been idle longest; where none is idle it waits for one. Its time runs from the
moment it was due, so that what waits behind a slow answer is slow too. "h2load --rps" is no tool for this: it looks at
the clock when it sends, which leaves such waiting out, and lets all its connections send in the same moment.
"""

import ctypes
import gc
import json
import os
import random
import select
import socket
import sys
import time
from collections import deque

_SECOND = 1_000_000_000
_PATIENCE = 10  # seconds without anything to do or to hear


class Timer:
    """A timerfd: poll() waits by the millisecond, and requests fall due more often."""

    def __init__(self):
        self._libc, self._set = ctypes.CDLL(None, use_errno=True), 0
        self.fd = self._libc.timerfd_create(time.CLOCK_MONOTONIC, os.O_NONBLOCK)
        if self.fd < 0:
            raise OSError(ctypes.get_errno(), "timerfd_create")

    def set(self, when: int) -> None:
        """Replaces what it was set to. when: nanoseconds of the monotonic clock; zero is never."""
        if when == self._set:
            return
        self._set = when
        value = (ctypes.c_long * 4)(0, 0, *divmod(when, _SECOND))
        self._libc.timerfd_settime(self.fd, 1, value, None)  # 1: the time is absolute


class Client:
    def __init__(self, port: int, host: str, path: str, length: int, clients: int):
        self._port, self._length = port, length
        self._request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
        self._poll, self._timer = select.epoll(), Timer()
        self._poll.register(self._timer.fd, select.EPOLLIN)
        self._sockets, self._idle, self._begun, self._got = {}, deque(), {}, {}
        self.nanos, self.failed = [], 0
        for _ in range(clients):
            self._connect()

    def run(self, due: list) -> None:
        sent = 0
        while len(self.nanos) + self.failed < len(due):
            while sent < len(due) and self._idle and due[sent] <= time.monotonic_ns():
                self._send(self._idle.popleft(), due[sent])
                sent += 1
            self._timer.set(due[sent] if sent < len(due) and self._idle else 0)
            events = self._poll.poll(_PATIENCE)
            if not events:
                sys.exit(f"no answer for {_PATIENCE} s")
            for fd, _ in events:
                if fd != self._timer.fd:
                    self._receive(fd)

    def _connect(self) -> None:
        connection = socket.create_connection(("127.0.0.1", self._port), 10)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._sockets[connection.fileno()] = connection
        self._poll.register(connection.fileno(), select.EPOLLIN)
        self._idle.append(connection.fileno())

    def _send(self, fd: int, due: int) -> None:
        self._begun[fd], self._got[fd] = due, b""
        try:
            self._sockets[fd].send(self._request)
        except OSError:
            self._fail(fd)

    def _receive(self, fd: int) -> None:
        try:
            part = self._sockets[fd].recv(65536)
        except OSError:
            part = b""
        if not part or fd not in self._begun:
            self._fail(fd)
            return
        got = self._got[fd] = self._got[fd] + part
        body = got.find(b"\r\n\r\n") + 4
        if body < 4 or len(got) - body < self._length:
            return
        if not got.startswith(b"HTTP/1.1 200 ") or len(got) - body > self._length:
            self._fail(fd)
            return
        self.nanos.append(time.monotonic_ns() - self._begun.pop(fd))
        self._idle.append(fd)

    def _fail(self, fd: int) -> None:
        """Closed or not understood; another connection takes its place. One that was idle has failed nobody."""
        self.failed += self._begun.pop(fd, None) is not None
        if fd in self._idle:
            self._idle.remove(fd)
        self._sockets.pop(fd).close()
        self._connect()


def schedule(seconds: float, per_second: float) -> list:
    """When requests fall due, in nanoseconds from the begin."""
    chance, moment, due = random.Random(1), 0.0, []
    while (moment := moment + chance.expovariate(per_second)) < seconds:
        due.append(int(moment * _SECOND))
    return due


def main(port, host, path, length, seconds, clients, per_second):
    offsets = schedule(float(seconds), float(per_second))
    gc.disable()
    client = Client(int(port), host, path, int(length), int(clients))
    begun = time.monotonic_ns()
    client.run([begun + offset for offset in offsets])
    took = (time.monotonic_ns() - begun) / _SECOND
    print(json.dumps({"micros": [nanos // 1000 for nanos in client.nanos], "failed": client.failed, "seconds": took}))


if __name__ == "__main__":
    main(*sys.argv[1:])
