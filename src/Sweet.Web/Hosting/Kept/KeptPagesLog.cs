namespace Sweet.Web.Hosting.Kept;

/// <summary>Says once a minute how often each page was answered from memory: a line for each reader costs more than the answer.</summary>
internal sealed partial class KeptPagesLog(KeptPages pages, TimeProvider clock, ILogger<KeptPagesLog> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            while (await minute.WaitForNextTickAsync(stoppingToken)) Tell();
        }
        catch (OperationCanceledException)
        {
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var kept in pages.Addresses)
        {
            var times = kept.TakeAnswered();
            // Files are many, and all alike.
            if (times > 0 && !kept.Rule.StaysForever) Answered(kept.Address, times);
        }
    }

    // A kept address holds nothing of its readers.
    [LoggerMessage(Level = LogLevel.Information, Message = "{Address} was answered {Times} times from memory in the last minute")]
    private partial void Answered(PageAddress address, long times);
}
