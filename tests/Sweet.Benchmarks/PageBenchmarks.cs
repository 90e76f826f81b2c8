using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Order;

namespace Sweet.Benchmarks;

/// <summary>
/// What a page costs beside the cheapest answer that ASP.NET Core can give: the same bytes, kept in memory, by a bare endpoint.
/// Everything runs in this process and without sockets, so that the ratios are of our making and not the network's.
/// </summary>
[InProcess]
[MemoryDiagnoser]
[Orderer(SummaryOrderPolicy.Declared)]
[HideColumns("Job", "Toolchain", "Error", "StdDev", "RatioSD", "Gen0", "Gen1", "Gen2")]
public class PageBenchmarks
{
    private BenchmarkSite site = null!;
    private BareServer bare = null!;
    private int unseen;

    [GlobalSetup]
    public async Task Start()
    {
        site = await BenchmarkSite.Start();
        bare = await BareServer.Start(await site.Get(BenchmarkSite.Article));
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        await bare.DisposeAsync();
        await site.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public Task<byte[]> The_same_bytes_from_a_bare_endpoint() => bare.Get();

    [Benchmark]
    public Task<byte[]> Article_kept() => site.Get(BenchmarkSite.Article);

    [Benchmark]
    public Task<byte[]> Article_rendered() => site.Get($"{BenchmarkSite.Article}?page={unseen++}");

    [Benchmark]
    public Task<byte[]> Course_kept() => site.Get(BenchmarkSite.Course);

    [Benchmark]
    public Task<byte[]> Course_rendered() => site.Get($"{BenchmarkSite.Course}?page={unseen++}");

    [Benchmark]
    public Task<byte[]> Form_of_registration() => site.Get(site.Form);
}
