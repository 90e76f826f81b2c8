using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sweet.Domain.Messages;
using Sweet.Sandbox.Faults;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Email;

/// <summary>What people who run the site see of the email.</summary>
public sealed class OutboxSignsTests : MailStory
{
    [Fact]
    public async Task Alarm_once_when_SendGrid_refuses_our_key()
    {
        Mail.SendGrid.Always(Fault.Unauthorized);
        for (var i = 0; i < 5; i++) await Mail.Queue();

        await Mail.Round();

        Assert.Single(Site.Log.Events, e => e.Level == LogEventLevel.Fatal);
    }

    [Fact]
    public async Task Name_no_person()
    {
        await Mail.Queue(subject: "A secret subject");
        await Mail.Queue();
        await Mail.Queue(subject: "");
        await Mail.Queue(to: "stranger@elsewhere.example");
        Mail.SendGrid.Next(Fault.ServerError);

        await Mail.Round();

        foreach (var outcome in (string[])["was not taken", "was accepted", "failed for good", "was withheld"])
            Assert.Contains(outcome, Site.Log.Text, StringComparison.Ordinal);
        foreach (var secret in (string[])["clinic.example", "elsewhere.example", "Ortiz", "secret"])
            Assert.DoesNotContain(secret, Site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Count_what_was_sent_and_what_failed_for_good()
    {
        using var counts = new Counts(Site.Services.GetRequiredService<IMeterFactory>());
        await Mail.Queue(Urgency.Confirmation);
        await Mail.Queue(subject: "");
        await Mail.Queue();

        await Mail.Round();

        // Two, and the one that tells staff of the third.
        Assert.Equal(3, counts["sweet.messages.sent"]);
        Assert.Equal(1, counts["sweet.messages.failed"]);
    }

    private sealed class Counts : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly Dictionary<string, long> sums = new(StringComparer.Ordinal);

        /// <param name="site">Its meters only: other tests have sites of their own.</param>
        public Counts(IMeterFactory site)
        {
            listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == SweetMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, site)) l.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((instrument, count, _, _) => sums[instrument.Name] = this[instrument.Name] + count);
            listener.Start();
        }

        public long this[string name] => sums.GetValueOrDefault(name);

        public void Dispose() => listener.Dispose();
    }
}
