using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Web.Features.Staff.Courses.Forms;
using Sweet.Web.Features.Staff.Vouchers;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing.Forms;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Conventions;

/// <summary>Every form of the site: where its fields come from, and where its address leads whoever types it.</summary>
public sealed partial class FormConventionTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private IReadOnlyList<RouteEndpoint> Actions =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly == typeof(SweetSite).Assembly),
    ];

    private IReadOnlyList<RouteEndpoint> Posts => [.. Actions.Where(a => MethodsOf(a).Contains("POST"))];

    [Fact]
    public void A_field_comes_from_the_body_and_a_name_in_the_address_from_the_path()
    {
        var elsewhere = Actions.SelectMany(
            action => action.Metadata.GetMetadata<ControllerActionDescriptor>()!.Parameters.Where(p => p.ParameterType != typeof(CancellationToken)),
            (action, p) => $"{action.RoutePattern.RawText} {p.Name}: {p.BindingInfo?.BindingSource?.Id} "
                + (action.RoutePattern.GetParameter(p.Name) is not null ? "Path" : MethodsOf(action).Contains("POST") ? "Form" : "None"));

        Assert.DoesNotContain(elsewhere, found => found.Split(' ')[^2] != found.Split(' ')[^1]);
    }

    [Fact]
    public void No_field_says_that_it_comes_from_elsewhere()
    {
        var fields = FormsOf(Posts).SelectMany(form => form.GetProperties()).SelectMany(field => field.GetCustomAttributes()).OfType<IBindingSourceMetadata>();

        Assert.All(fields, field => Assert.Equal(BindingSource.Form, field.BindingSource));
    }

    [Fact]
    public void Only_the_form_of_a_course_asks_for_files()
    {
        var takers = Posts.Where(a => a.Metadata.GetMetadata<TakesFilesAttribute>() is not null).ToList();
        Assert.Equal(["/admin/courses", "/admin/courses/{id:int}"], takers.Select(a => $"/{a.RoutePattern.RawText!.TrimStart('/')}").Order(StringComparer.Ordinal));
        Assert.NotEmpty(FormsOf(Posts.Except(takers)));
        Assert.DoesNotContain(
            FormsOf(Posts.Except(takers)).SelectMany(form => form.GetProperties()).Select(field => field.PropertyType)
                .SelectMany(type => type.IsGenericType ? type.GetGenericArguments()[0].GetProperties().Select(p => p.PropertyType).Append(type) : [type]),
            type => type.FullName?.Contains("FormFile", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_secret_is_never_kept_for_somebody_who_was_signed_out()
    {
        var ofStaff = Posts.Where(a => a.Metadata.GetMetadata<IAllowAnonymous>() is null);
        var secrets = FormsOf(ofStaff).SelectMany(form => form.GetProperties()).Where(IsSecret).ToList();

        Assert.NotEmpty(secrets);
        Assert.All(secrets, field => Assert.True(field.IsDefined(typeof(NeverKeptAttribute), inherit: true), $"{field.DeclaringType!.Name}.{field.Name}"));
    }

    [Fact]
    public void What_is_wrong_is_said_in_a_sentence_of_ours()
    {
        var described = site.Services.GetRequiredService<IModelMetadataProvider>();

        // A list that nobody fills in is empty, and never missing.
        var silent = FormsOf(Posts).SelectMany(FieldsOf).Where(field => field.CanWrite && (!field.PropertyType.IsGenericType || field.PropertyType.IsValueType)).SelectMany(
            field => described.GetMetadataForType(field.DeclaringType!).Properties.Where(known => known.PropertyName == field.Name)
                .SelectMany(known => known.ValidatorMetadata).OfType<ValidationAttribute>()
                .Where(rule => rule is not DataTypeAttribute && rule.GetType().Assembly == typeof(ValidationAttribute).Assembly && rule.ErrorMessage is null),
            (field, rule) => $"{field.DeclaringType!.Name}.{field.Name}: {rule.GetType().Name}");

        Assert.Equal("", string.Join('\n', silent.Distinct()));
    }

    [Fact]
    public void A_text_area_takes_line_breaks_whoever_draws_it()
    {
        // A field of a form is drawn as what its form says it is; these are drawn by hand.
        var drawn = SourceFiles.In("src/Sweet.Web/Features", ".cshtml")
            .SelectMany(view => TextArea().Matches(view.Text)).Select(area => area.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        var fields = FormsOf(Posts).SelectMany(FieldsOf).Where(field => drawn.Contains(field.Name)).ToList();

        Assert.Contains("Answer", drawn);
        Assert.Empty(drawn.Except(fields.Select(field => field.Name)));
        Assert.All(
            fields,
            field => Assert.True(field.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.MultilineText, $"{field.DeclaringType!.Name}.{field.Name}"));
    }

    [Fact]
    public void Whoever_types_the_address_of_a_form_is_led_to_the_form()
    {
        var pages = Actions.Where(a => MethodsOf(a).Contains("GET")).Select(a => a.RoutePattern.RawText).ToList();

        var deaf = Posts.Select(a => a.RoutePattern.RawText).Except(pages).Order(StringComparer.Ordinal);

        // No person sends anything there.
        Assert.Equal(["/sendgrid-events", "/stripe-webhooks"], deaf.Select(address => $"/{address!.TrimStart('/')}"));
    }

    // The code of a voucher is for everybody.
    // The code of a voucher and of a course is no secret.
    private static bool IsSecret(PropertyInfo field) =>
        field.Name is "Password" or "Current" or "Code" or "RecoveryCode" or "Offered" or "Credential" or "State"
        && field.DeclaringType != typeof(VoucherForm) && field.DeclaringType != typeof(NewCourseForm);

    private static IEnumerable<string> MethodsOf(Endpoint action) => action.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static IEnumerable<PropertyInfo> FieldsOf(Type form) => form.GetProperties().SelectMany(field =>
        field.PropertyType.IsGenericType && field.PropertyType.GetGenericTypeDefinition() == typeof(List<>)
        && field.PropertyType.GetGenericArguments()[0] is { IsClass: true, Namespace: not "System" }
            ? FieldsOf(field.PropertyType.GetGenericArguments()[0]).Append(field) : [field]);

    private static IEnumerable<Type> FormsOf(IEnumerable<RouteEndpoint> posts) =>
        posts.SelectMany(a => a.Metadata.GetMetadata<ControllerActionDescriptor>()!.Parameters)
            .Where(p => p.BindingInfo?.BindingSource == BindingSource.Form).Select(p => p.ParameterType).Distinct();

    [GeneratedRegex(
        """<textarea[^>]*\bname="(?<name>\w+)"|<row-field name="[^ ]*\.(?<name>\w+)"\)"[^>]*\blines=""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TextArea();
}
