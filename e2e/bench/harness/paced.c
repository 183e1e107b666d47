// A client that sends at a rate of its own, whatever the answers take, over HTTP/1.1 connections that stay.
//
//   paced PORT HOST PATH LENGTH SECONDS CLIENTS PER_SECOND PATIENCE
//
// Requests fall due as those of many people do who know nothing of each other (a Poisson process, the same in each run).
// Each goes out on the connection that has been idle longest; where none is idle it waits for one. Its time runs from
// the moment it was due, so that what waits behind a slow answer is slow too. "h2load --rps" is no tool for this: it
// looks at the clock when it sends, which leaves such waiting out, and lets all its connections send in the same moment.
// It is in C because it shares a core with the origin: what it takes for itself, others wait for.
//
// Where the hypervisor takes the machine away for tens of milliseconds, everything on it is late, and the time tells
// nothing of who was asked. So it goes on until SECONDS of it were left alone, at most PATIENCE, and keeps the requests
// of those SECONDS in which the least was taken. Which they are is not decided by what their answers took. With a
// PATIENCE of SECONDS all are kept.
//
// Prints "completed failed seconds" and then, one a line, the microseconds of each request that is kept.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <math.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { SECOND = 1000000000, WINDOW = SECOND / 2, EVENTS = 256, SILENCE = 10000 /* ms */, STOLEN = 1 /* tick */ };

typedef struct client {
    int fd;
    int64_t due;  // of the request that is under way, or 0
    size_t got;
    char answer[65536];
    struct client *next;  // among those that are idle
} client;

typedef struct { int64_t due, nanos; } answered;

static struct { client *first, *last; } idle;
static struct { long *taken; int over; long before; int wanted; int64_t begun; } windows;
static answered *all;
static size_t completed, failed, length;
static int port, poller, timer;
static char request[1024];

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * (int64_t) SECOND + time.tv_nsec;
}

/// What the hypervisor took of all cores; proc(5): the ninth field of the first line.
static long stolen(void) {
    long ticks;
    FILE *file = fopen("/proc/stat", "r");
    if (!file || fscanf(file, "cpu %*s %*s %*s %*s %*s %*s %*s %ld", &ticks) != 1) errx(1, "/proc/stat: cannot be read");
    fclose(file);
    return ticks;
}

/// What was taken at the end of a window is late in the next.
static long disturbance(int window) {
    long before = window > 0 ? windows.taken[window - 1] : 0;
    return before > windows.taken[window] ? before : windows.taken[window];
}

/// Looks whenever a window is over.
static bool enough(int64_t moment) {
    if (moment < windows.begun + (windows.over + 1) * (int64_t) WINDOW) return false;
    for (long ticks = stolen(); moment >= windows.begun + (windows.over + 1) * (int64_t) WINDOW; windows.before = ticks)
        windows.taken[windows.over++] = ticks - windows.before;
    int calm = 0;
    for (int window = 0; window < windows.over; window++) calm += disturbance(window) <= STOLEN;
    return calm >= windows.wanted;
}

/// The disturbance that is still kept; where more windows have it than are wanted, the later ones go.
static bool *calmest(void) {
    bool *kept = calloc(windows.over + 1, sizeof *kept);
    int found = 0;
    for (long most = 0; found < windows.wanted && found < windows.over; most++)
        for (int window = 0; window < windows.over && found < windows.wanted; window++)
            if (disturbance(window) == most) kept[window] = true, found++;
    return kept;
}

static void rest(client *one) {
    one->due = 0, one->next = NULL;
    if (idle.last) idle.last->next = one;
    else idle.first = one;
    idle.last = one;
}

static void open_connection(client *one) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    one->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (one->fd < 0 || connect(one->fd, (struct sockaddr *) &address, sizeof address)) err(1, "127.0.0.1:%d", port);
    setsockopt(one->fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    epoll_ctl(poller, EPOLL_CTL_ADD, one->fd, &(struct epoll_event){.events = EPOLLIN, .data.ptr = one});
    rest(one);
}

/// Closed, or not understood; another connection takes its place.
static void fail(client *one) {
    failed++;
    close(one->fd);
    open_connection(one);
}

static void ask(int64_t due) {
    client *one = idle.first;
    idle.first = one->next;
    if (!idle.first) idle.last = NULL;
    one->due = due, one->got = 0;
    size_t size = strlen(request);
    if (send(one->fd, request, size, MSG_NOSIGNAL) != (ssize_t) size) fail(one);
}

static void hear(client *one) {
    ssize_t part = recv(one->fd, one->answer + one->got, sizeof one->answer - one->got, MSG_DONTWAIT);
    if (part < 0 && errno == EAGAIN) return;
    if (!one->due) errx(1, "an idle connection was closed, or said something (expected: neither)");
    if (part <= 0) {
        fail(one);
        return;
    }
    one->got += part;
    char *end = memmem(one->answer, one->got, "\r\n\r\n", 4);
    size_t body = end ? one->answer + one->got - (end + 4) : 0;
    if (!end || body < length) return;
    if (strncmp(one->answer, "HTTP/1.1 200 ", 13) || body > length) {
        fail(one);
        return;
    }
    all[completed++] = (answered){one->due, now() - one->due};
    rest(one);
}

/// A timerfd: epoll waits by the millisecond, and requests fall due more often. when: 0 is never.
static void set_timer(int64_t when) {
    static int64_t set;
    if (when == set) return;
    struct itimerspec value = {.it_value = {when / SECOND, when % SECOND}};
    timerfd_settime(timer, TFD_TIMER_ABSTIME, &value, NULL);
    set = when;
}

static void run(int64_t *due, size_t count) {
    struct epoll_event events[EVENTS];
    for (size_t sent = 0; completed + failed < count;) {
        while (sent < count && idle.first && due[sent] <= now()) ask(due[sent++]);
        set_timer(sent < count && idle.first ? due[sent] : 0);
        int found = epoll_wait(poller, events, EVENTS, SILENCE);
        if (found == 0) errx(1, "no answer for %d s", SILENCE / 1000);
        for (int event = 0; event < found; event++)
            if (events[event].data.ptr) hear(events[event].data.ptr);
        if (enough(now())) count = sent;
    }
}

int main(int count, char **words) {
    if (count != 9) errx(2, "PORT HOST PATH LENGTH SECONDS CLIENTS PER_SECOND PATIENCE");
    port = atoi(words[1]), length = strtoul(words[4], NULL, 10);
    int clients = atoi(words[6]);
    double seconds = atof(words[5]), rate = atof(words[7]), patience = atof(words[8]);
    if (length > sizeof ((client *) 0)->answer / 2) errx(2, "LENGTH %zu: too much", length);
    snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", words[3], words[2]);
    poller = epoll_create1(EPOLL_CLOEXEC), timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    epoll_ctl(poller, EPOLL_CTL_ADD, timer, &(struct epoll_event){.events = EPOLLIN | EPOLLET});
    client *each = calloc(clients, sizeof *each);
    for (int one = 0; one < clients; one++) open_connection(each + one);

    size_t most = rate * patience * 2 + 1000, planned = 0;
    int64_t *due = malloc(most * sizeof *due);
    all = malloc(most * sizeof *all);
    windows.taken = calloc(patience * 10 + 200, sizeof *windows.taken);
    windows.wanted = ceil(seconds * SECOND / WINDOW);
    srand48(1);
    windows.begun = now(), windows.before = stolen();
    for (double at = 0; (at += -log(1 - drand48()) / rate) < patience && planned < most;)
        due[planned++] = windows.begun + (int64_t) (at * SECOND);
    run(due, planned);

    double took = (now() - windows.begun) / (double) SECOND;
    bool *kept = calmest(), sifted = patience > seconds;
    printf("%zu %zu %f\n", completed, failed, took);
    for (size_t one = 0; one < completed; one++) {
        int64_t window = (all[one].due - windows.begun) / WINDOW;
        if (!sifted || (window < windows.over && kept[window])) printf("%ld\n", all[one].nanos / 1000);
    }
    return 0;
}
