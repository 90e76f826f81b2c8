using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.WebEncoders;
using Sweet.Web.Features.Public.Articles;
using Sweet.Web.Features.Public.CourseInterests;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Features.Shared.Binding;
using Sweet.Web.Features.Staff.KeptForms;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.LinkReplacements;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;

namespace Sweet.Web.Features;

/// <summary>Everything that turns a request into a page: MVC, where its views are, and what is kept of them.</summary>
public static class PagesSetup
{
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // The site speaks American English, whatever the machine does.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = MachineNeeds.Language();
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
        // In Development the framework would else pack every file anew, without making it smaller.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        services.AddControllersWithViews(SetRules)
            .AddViewOptions(options =>
            {
                options.HtmlHelperOptions.ClientValidationEnabled = false;
                options.HtmlHelperOptions.CheckBoxHiddenInputRenderMode = CheckBoxHiddenInputRenderMode.None;
            });
        services.Configure<RazorViewEngineOptions>(FindViewsBesideTheirControllers);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // Names in any script stay as they are typed; <, >, & and quotes are still encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddKeptPages();
        services.AddTimelyCheck<MachineHealth>("machine");
        services.AddHybridCache();
        services.AddSingleton<TextHtml>().AddSingleton<KnownSources>();
        services.AddScoped<ArticleReading>().AddScoped<CourseOffers>().AddScoped<CourseReading>().AddScoped<AskForNews>();
        return builder;
    }

    private static void SetRules(MvcOptions options)
    {
        options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
        options.Filters.Add(new RetiredLinkFilter());
        options.Filters.Add(new SilentStripeFilter());
        options.Filters.Add(new ShownAgainFilter());
        options.Conventions.Add(new AreaOfGroup());
        options.Conventions.Add(new HeadLikeGet());
        options.ModelBinderProviders.Insert(0, new TypedTextBinder.Provider());
        options.ModelBinderProviders.Insert(0, new WholeNumberBinder.Provider());
        BindingWords.Set(options.ModelBindingMessageProvider);
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.MapStaticAssets().Add(KeepFonts);
        // Not a fallback policy: that would ask a stranger to sign in where there is no page, or no such method.
        app.MapControllers().RequireAuthorization().WithStaticAssets();
        return app;
    }

    // The style sheet names a face without a fingerprint, and a new version of it has a new name: nobody needs to ask twice.
    private static void KeepFonts(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RequestDelegate: { } serve } route) return;
        if (route.RoutePattern.RawText?.TrimStart('/').StartsWith("fonts/", StringComparison.Ordinal) is not true) return;

        route.RequestDelegate = context =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
            return serve(context);
        };
    }

    private static void FindViewsBesideTheirControllers(RazorViewEngineOptions options)
    {
        options.ViewLocationFormats.Clear();
        options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        options.AreaViewLocationFormats.Clear();
        options.AreaViewLocationFormats.Add("/Features/{2}/{1}/{0}.cshtml");
        options.AreaViewLocationFormats.Add("/Features/{2}/Shared/{0}.cshtml");
        options.AreaViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
    }
}
