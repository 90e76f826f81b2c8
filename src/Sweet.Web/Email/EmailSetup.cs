using Sweet.Web.Email.Letters;

namespace Sweet.Web.Email;

/// <summary>Everything that becomes a mail: its words, the outbox, and the way to SendGrid.</summary>
public static class EmailSetup
{
    public static void AddEmail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailSite>();
        builder.Services.AddScoped<LetterRenderer>();
        builder.Services.AddScoped<Outbox>();
    }
}
