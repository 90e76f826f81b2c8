using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Sweet.Benchmarks.PageBenchmarks).Assembly).Run(args);
