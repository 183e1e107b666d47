// A client that sends at a rate of its own, whatever the answers take, over HTTP/1.1 connections that stay.
//
//   paced PORT[,PORT] HOST PATH LENGTH SECONDS CLIENTS PER_SECOND PATIENCE
//
// Two are asked by turns, half a second each, so that whatever else the machine does meets both; SECONDS are each one's.
//
// Requests fall due as those of many people do who know nothing of each other (a Poisson process, the same in each run).
// Each goes out on the connection that has been idle longest; where none is idle it waits for one. Its time runs from
// the moment it was due, so that what waits behind a slow answer is slow too. "h2load --rps" is no tool for this: it
// looks at the clock when it sends, which leaves such waiting out, and lets all its connections send in the same moment.
// It is in C because it shares a core with the origin: what it takes for itself, others wait for.
//
// Where the hypervisor takes the machine away for tens of milliseconds, everything on it is late, and the time tells
// nothing of who was asked. So it goes on until SECONDS of it were left alone, at most PATIENCE for each that is asked,
// and keeps the requests of those SECONDS in which the least was taken. Which they are is not decided by what their
// answers took. With a PATIENCE of SECONDS all are kept.
//
// Prints "seconds failed completed [completed]" and then, one a line, for each request that is kept the place of its PORT
// (0 or 1) and its microseconds.

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
    struct target *asks;
    int fd;
    int64_t due;  // of the request that is under way, or 0
    size_t got;
    char answer[65536];
    struct client *next;  // among those that are idle
} client;

typedef struct { int64_t due, nanos; } answered;

typedef struct target {
    int port;
    client *first, *last;  // of those that are idle
    int64_t *due;  // when its requests are
    answered *answers;
    size_t planned, sent, completed;
} target;

static target targets[2];
static int asked;  // how many of them there are
static struct { long *taken; int over; long before; int wanted; int64_t begun; } windows;
static size_t failed, length;
static int poller, timer;
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

static target *turn(int window) { return targets + window % asked; }

/// Looks whenever a window is over.
static bool enough(int64_t moment) {
    if (moment < windows.begun + (windows.over + 1) * (int64_t) WINDOW) return false;
    for (long ticks = stolen(); moment >= windows.begun + (windows.over + 1) * (int64_t) WINDOW; windows.before = ticks)
        windows.taken[windows.over++] = ticks - windows.before;
    int calm[2] = {0};
    for (int window = 0; window < windows.over; window++) calm[window % asked] += disturbance(window) <= STOLEN;
    return calm[0] >= windows.wanted && (asked == 1 || calm[1] >= windows.wanted);
}

/// The disturbance that is still kept; where more windows have it than are wanted, the later ones go.
static bool *calmest(void) {
    bool *kept = calloc(windows.over + 1, sizeof *kept);
    long worst = 0;
    for (int window = 0; window < windows.over; window++)
        if (disturbance(window) > worst) worst = disturbance(window);
    int found[2] = {0};
    for (long most = 0; most <= worst; most++)
        for (int window = 0; window < windows.over; window++)
            if (disturbance(window) == most && found[window % asked] < windows.wanted)
                kept[window] = true, found[window % asked]++;
    return kept;
}

static void rest(client *one) {
    target *to = one->asks;
    one->due = 0, one->next = NULL;
    if (to->last) to->last->next = one;
    else to->first = one;
    to->last = one;
}

static void open_connection(client *one) {
    int port = one->asks->port;
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

static void ask(target *to) {
    client *one = to->first;
    to->first = one->next;
    if (!to->first) to->last = NULL;
    one->due = to->due[to->sent++], one->got = 0;
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
    one->asks->answers[one->asks->completed++] = (answered){one->due, now() - one->due};
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

/// When the next request is due that a connection is free for, or 0.
static int64_t next(void) {
    int64_t soonest = 0;
    for (target *to = targets; to < targets + asked; to++)
        if (to->sent < to->planned && to->first && (!soonest || to->due[to->sent] < soonest)) soonest = to->due[to->sent];
    return soonest;
}

static bool under_way(void) {
    size_t planned = 0, over = failed;
    for (target *to = targets; to < targets + asked; to++) planned += to->planned, over += to->completed;
    return over < planned;
}

static void run(void) {
    struct epoll_event events[EVENTS];
    while (under_way()) {
        for (target *to = targets; to < targets + asked; to++)
            while (to->sent < to->planned && to->first && to->due[to->sent] <= now()) ask(to);
        set_timer(next());
        int found = epoll_wait(poller, events, EVENTS, SILENCE);
        if (found == 0) errx(1, "no answer for %d s", SILENCE / 1000);
        for (int event = 0; event < found; event++)
            if (events[event].data.ptr) hear(events[event].data.ptr);
        if (enough(now()))
            for (target *to = targets; to < targets + asked; to++) to->planned = to->sent;
    }
}

/// The requests of all windows, each for the one whose turn it is.
static void plan(double rate, double patience) {
    size_t most = rate * patience * 2 + 1000;
    for (target *to = targets; to < targets + asked; to++)
        to->due = malloc(most * sizeof *to->due), to->answers = malloc(most * sizeof *to->answers);
    srand48(1);
    windows.begun = now(), windows.before = stolen();
    for (double at = 0; (at += -log(1 - drand48()) / rate) < patience * asked;) {
        target *to = turn(at * SECOND / WINDOW);
        if (to->planned < most) to->due[to->planned++] = windows.begun + (int64_t) (at * SECOND);
    }
}

static void print(bool sifted) {
    bool *kept = calmest();
    printf("%f %zu", (now() - windows.begun) / (double) SECOND, failed);
    for (target *to = targets; to < targets + asked; to++) printf(" %zu", to->completed);
    puts("");
    for (int place = 0; place < asked; place++)
        for (size_t one = 0; one < targets[place].completed; one++) {
            answered *answer = targets[place].answers + one;
            int64_t window = (answer->due - windows.begun) / WINDOW;
            if (!sifted || (window < windows.over && kept[window])) printf("%d %ld\n", place, answer->nanos / 1000);
        }
}

int main(int count, char **words) {
    if (count != 9) errx(2, "PORT[,PORT] HOST PATH LENGTH SECONDS CLIENTS PER_SECOND PATIENCE");
    for (char *port = strtok(words[1], ","); port && asked < 2; port = strtok(NULL, ",")) targets[asked++].port = atoi(port);
    length = strtoul(words[4], NULL, 10);
    int clients = atoi(words[6]);
    double seconds = atof(words[5]), rate = atof(words[7]), patience = atof(words[8]);
    if (length > sizeof ((client *) 0)->answer / 2) errx(2, "LENGTH %zu: too much", length);
    snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", words[3], words[2]);
    poller = epoll_create1(EPOLL_CLOEXEC), timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    epoll_ctl(poller, EPOLL_CTL_ADD, timer, &(struct epoll_event){.events = EPOLLIN | EPOLLET});
    client *each = calloc(clients * asked, sizeof *each);
    for (int one = 0; one < clients * asked; one++) {
        each[one].asks = turn(one);
        open_connection(each + one);
    }
    windows.taken = calloc(patience * 10 + 200, sizeof *windows.taken);
    windows.wanted = ceil(seconds * SECOND / WINDOW);
    plan(rate, patience);
    run();
    print(patience > seconds);
    return 0;
}
