// Preloaded: counts the calls that ask the disk to keep what was written, and writes their number down at the end.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>

static std::atomic<long> syncs{0};

static int counted(const char *name, int descriptor) {
	syncs++;
	return reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, name))(descriptor);
}

extern "C" int fsync(int descriptor) { return counted("fsync", descriptor); }
extern "C" int fdatasync(int descriptor) { return counted("fdatasync", descriptor); }

struct Report {
	~Report() {
		const char *path = std::getenv("SYNC_COUNT_FILE");
		std::FILE *file = path ? std::fopen(path, "w") : nullptr;
		if (!file) return;
		std::fprintf(file, "%ld\n", syncs.load());
		std::fclose(file);
	}
};
static Report report;
