using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sweet.Web.Commands;
using Sweet.Web.Data;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;

namespace Sweet.Web.Tests.Hosting;

public class SettingsTests
{
    [Fact]
    public void Start_outside_production_with_what_has_no_sane_default()
    {
        Assert.Null(RefusalOf(Environments.Development, SomeSettings.Outside()));
    }

    [Fact]
    public void Start_in_production()
    {
        Assert.Null(RefusalOf(Environments.Production, SomeSettings.Production()));
    }

    [Fact]
    public void Are_all_named_in_one_message_when_missing()
    {
        var refusal = RefusalOf(Environments.Production, []);

        Assert.NotNull(refusal);
        string[] missing =
        [
            "ConnectionStrings__Sweet", "Stripe__SecretKey", "Stripe__WebhookSecret", "SendGrid__ApiKey", "SendGrid__From",
            "Site__BaseUrl", "Site__StaffEmail", "Site__HelpEmail", "Site__LegalAddress",
        ];
        Assert.All(missing, name => Assert.Contains($"({name}): is missing", refusal, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Stripe:ApiBase")]
    [InlineData("SendGrid:Host")]
    [InlineData("Enrollment:HoldMinutes")]
    [InlineData("Database:MaxBatchSize")]
    public void Take_an_empty_value_for_none(string key)
    {
        var settings = SomeSettings.Outside();
        settings[key] = "";

        using var site = Kept(settings);

        Assert.Equal(new StripeOptions().ApiBase, site.GetRequiredService<IOptions<StripeOptions>>().Value.ApiBase);
        Assert.Equal(new SendGridOptions().Host, site.GetRequiredService<IOptions<SendGridOptions>>().Value.Host);
        Assert.Equal(new EnrollmentOptions().HoldMinutes, site.GetRequiredService<IOptions<EnrollmentOptions>>().Value.HoldMinutes);
        Assert.Null(site.GetRequiredService<IOptions<DatabaseOptions>>().Value.MaxBatchSize);
    }

    [Theory]
    [InlineData("Database:Provider", "Postgres", "must be one of Sqlite, SqlServer")]
    [InlineData("Database:MaxBatchSize", "0", "at least 1")]
    [InlineData("ConnectionStrings:Sweet", "here", "malformed for Sqlite")]
    [InlineData("Stripe:SecretKey", "pk_test_0123456789", "malformed")]
    [InlineData("Stripe:SecretKey", "rk_live_0123456789", "live key outside Production")]
    [InlineData("Stripe:WebhookSecret", "0123456789", "whsec_")]
    [InlineData("Stripe:PreviousWebhookSecret", "0123456789", "whsec_")]
    [InlineData("Stripe:ApiBase", "api.stripe.com", "not an absolute address")]
    [InlineData("Stripe:CheckoutOrigin", "https://checkout.stripe.com/pay", "scheme, host, and port alone")]
    [InlineData("SendGrid:Host", "ftp://api.sendgrid.com", "not an absolute address")]
    [InlineData("SendGrid:From", "SWEET", "not an email address")]
    [InlineData("SendGrid:AllowedRecipients:0", "example.com", "a domain written as @example.com")]
    [InlineData("SendGrid:AllowedRecipients", "@example.com", "give each entry a number")]
    [InlineData("SendGrid:EventPublicKey", "bm90IGEga2V5", "ECDSA public key")]
    [InlineData("Site:BaseUrl", "http://localhost:5080/", "without a slash at the end")]
    [InlineData("Site:StaffEmail", "staff at sweet", "not an email address")]
    [InlineData("Enrollment:HoldMinutes", "30", "between 33")]
    [InlineData("Enrollment:HoldMinutes", "half an hour", "whole number")]
    [InlineData("Workers:Every", "-00:00:01", "less than zero")]
    [InlineData("Workers:Every", "often", "length of time")]
    [InlineData("Workers:Every", "5", "longer than an hour")]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.0/99", "not a network")]
    [InlineData("RateLimits:Mail:Permits", "0", "between 1")]
    [InlineData("Seating:OfferHours", "0", "between 1")]
    [InlineData("Seating:TransferHours", "200", "between 1")]
    [InlineData("Stripe:AllowKeyOfOtherMode", "perhaps", "true or false")]
    public void Are_refused_when_malformed(string key, string value, string why)
    {
        var settings = SomeSettings.Outside();
        settings[key] = value;

        var refusal = RefusalOf(Environments.Development, settings);

        Assert.Contains($"{key} (", refusal, StringComparison.Ordinal);
        Assert.Contains(why, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stripe:SecretKey", "sk_test_0123456789", "test key in Production")]
    [InlineData("Stripe:ApiBase", "http://api.stripe.com", "https:// in Production")]
    [InlineData("Site:BaseUrl", "http://sweet.example", "https:// in Production")]
    [InlineData("Database:MigrateAtStart", "true", "refused in Production")]
    public void Are_stricter_in_production(string key, string value, string why)
    {
        var settings = SomeSettings.Production();
        settings[key] = value;

        Assert.Contains(why, RefusalOf(Environments.Production, settings), StringComparison.Ordinal);
    }

    [Fact]
    public void May_permit_the_key_of_the_other_mode()
    {
        var settings = SomeSettings.Production();
        settings["Stripe:SecretKey"] = "sk_test_0123456789";
        settings["Stripe:AllowKeyOfOtherMode"] = "true";

        Assert.Null(RefusalOf(Environments.Production, settings));
    }

    [Fact]
    public void Never_repeat_a_secret_when_refused()
    {
        var settings = SomeSettings.Outside();
        settings["Stripe:SecretKey"] = "sk_live_verysecret";
        settings["Stripe:WebhookSecret"] = "verysecret";

        Assert.DoesNotContain("verysecret", RefusalOf(Environments.Development, settings), StringComparison.Ordinal);
    }

    private static ServiceProvider Kept(Dictionary<string, string?> settings)
    {
        var builder = Builder(Environments.Development, settings);
        builder.AddSettings(CommandLine.Read([]));
        return builder.Services.BuildServiceProvider();
    }

    private static string? RefusalOf(string environment, Dictionary<string, string?> settings)
    {
        var builder = Builder(environment, settings);
        try
        {
            builder.AddSettings(CommandLine.Read([]));
            return null;
        }
        catch (StartRefusedException refusal)
        {
            return refusal.Message;
        }
    }

    private static WebApplicationBuilder Builder(string environment, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        return builder;
    }
}
