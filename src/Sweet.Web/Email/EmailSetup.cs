using Microsoft.Extensions.Options;
using Sweet.Web.Email.Letters;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Workers;

namespace Sweet.Web.Email;

/// <summary>Everything that becomes a mail: its words, the outbox, and the way to SendGrid.</summary>
public static class EmailSetup
{
    /// <summary>Somebody waits for the confirmation at that moment; the query is one look into an index.</summary>
    private static readonly TimeSpan OutboxEvery = TimeSpan.FromSeconds(1);

    public static void AddEmail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => new MailSite(provider.GetRequiredService<IOptions<SiteOptions>>().Value, isTest: !builder.Environment.IsProduction()));
        builder.Services.AddScoped<LetterRenderer>();
        builder.Services.AddScoped<Outbox>();

        builder.Services.AddScoped<ReturnedMail>();
        builder.Services.AddScoped<MailTruth>();
        builder.Services.AddScoped<WithheldMails>();
        builder.Services.AddSingleton<SendGridSignature>();

        builder.Services.AddSingleton<AllowedRecipients>();
        builder.Services.AddHttpClient<SendGridSender>(http => http.Timeout = SendGridSender.Timeout);
        builder.Services.AddSingleton<OutboxPause>();
        builder.Services.AddScoped<OutboxClaims>();
        builder.Services.AddWork<OutboxWorker>(onAllInstances: true, every: OutboxEvery);
    }
}
