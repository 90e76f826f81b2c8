using Microsoft.Extensions.Options;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Hosting;

namespace Sweet.Web.Email;

/// <summary>Everything that becomes an email: its words, the outbox, and the way to SendGrid.</summary>
public static class EmailSetup
{
    public static void AddEmail(this WebApplicationBuilder builder)
    {
        var isTest = !builder.Environment.IsProduction();
        builder.Services.AddSingleton(provider => new LetterSite(provider.GetRequiredService<IOptions<SiteOptions>>().Value, isTest));
        builder.Services.AddScoped<LetterRenderer>();
        builder.Services.AddScoped<MailLimits>();
        builder.Services.AddScoped<Outbox>();

        builder.Services.AddScoped<ReturnedMail>();
        builder.Services.AddSingleton<SendGridSignature>();

        builder.Services.AddSingleton<AllowedRecipients>();
        builder.Services.AddHttpClient<SendGridSender>(http => http.Timeout = SendGridSender.Timeout);
        builder.Services.AddSingleton<OutboxPause>();
        builder.Services.AddScoped<OutboxClaims>();
        builder.Services.AddScoped<SendDueMessages>();
        builder.Services.AddTimelyCheck<OutboxHealth>("outbox");
    }
}
