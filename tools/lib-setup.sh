# Sourced by tools/run and tools/test: brings what the build needs and makes the build.
# Wants `tool` set to the caller's name and leaves the caller in the top folder, `top`.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

say() {
  printf '%s: %s\n' "$tool" "$*" >&2
}

die() {
  say "$@"
  exit 1
}

# What is needed, for which use, how to see that it is there (a command in PATH, a module of
# pkg-config, a library of the compiler; "deb" is what others deliver along), and what it is called.
# With a bar, either package will do, and the first is installed where there is none: some of the
# others want a session bus, and the usual one would bring systemd into a container.
#
#   use     probe                              Debian                   Fedora                  Arch
requirements='
    build   cmd:cc                             gcc                      gcc                     gcc
    build   deb                                libc6-dev                -                       -
    build   cmd:meson                          meson                    meson                   meson
    build   cmd:ninja                          ninja-build              ninja-build             ninja
    build   cmd:pkg-config                     pkgconf                  pkgconf-pkg-config      pkgconf
    build   cmd:msgfmt                         gettext                  gettext                 gettext
    build   cmd:update-desktop-database        desktop-file-utils       desktop-file-utils      desktop-file-utils
    build   cmd:gtk4-update-icon-cache         libgtk-4-bin             gtk4                    gtk-update-icon-cache
    build   cmd:gtk4-encode-symbolic-svg       libgtk-4-bin             gtk4-devel              gtk4
    build   cmd:glib-compile-resources         libglib2.0-dev-bin       glib2-devel             glib2-devel
    build   pc:glib-2.0>=2.74                  libglib2.0-dev           glib2-devel             glib2
    build   pc:gtk4>=4.8                       libgtk-4-dev             gtk4-devel              gtk4
    build   pc:libadwaita-1>=1.2               libadwaita-1-dev         libadwaita-devel        libadwaita
    build   pc:libsoup-3.0>=3.2                libsoup-3.0-dev          libsoup3-devel          libsoup3
    build   pc:json-glib-1.0>=1.6              libjson-glib-dev         json-glib-devel         json-glib
    build   pc:libmosquitto>=2.0               libmosquitto-dev         mosquitto-devel         mosquitto
    build   pc:libcrypto>=3.0                  libssl-dev               openssl-devel           openssl
    build   pc:libsecret-1>=0.20               libsecret-1-dev          libsecret-devel         libsecret
    build   pc:cairo                           libcairo2-dev            cairo-devel             cairo
    build   deb                                dbus-x11|dbus-user-session  -                    -
    run     deb                                adwaita-icon-theme       -                       -
    build   deb                                librsvg2-common          -                       -
    run     deb                                fonts-cantarell          -                       -
    run     deb                                ca-certificates          -                       -
    run     cmd:mosquitto                      mosquitto                mosquitto               mosquitto
    screen  cmd:Xvfb                           xvfb                     xorg-x11-server-Xvfb    xorg-server-xvfb
    screen  cmd:dbus-run-session               dbus-daemon              dbus-daemon             dbus
    test    cmd:gnome-keyring-daemon           gnome-keyring            gnome-keyring           gnome-keyring
    test    deb                                gsettings-desktop-schemas  -                     -
    test    cmd:appstreamcli                   appstream                appstream               appstream
    test    cmd:xmllint                        libxml2-utils            libxml2                 libxml2
    test    deb                                locales                  -                       -
    test    cmd:man                            man-db                   man-db                  man-db
    test    cmd:gdbus                          libglib2.0-bin           glib2                   glib2
    test    cmd:xfce4-panel                    xfce4-panel              xfce4-panel             xfce4-panel
    test    cmd:xfconf-query                   xfconf                   xfconf                  xfconf
    test    cmd:xfwm4                          xfwm4                    xfwm4                   xfwm4
    test    cmd:dunst                          dunst                    dunst                   dunst
    test    cmd:xdotool                        xdotool                  xdotool                 xdotool
    test    pc:dbusmenu-glib-0.4               libdbusmenu-glib-dev     libdbusmenu-devel       libdbusmenu-glib
    picture cmd:convert                        imagemagick              ImageMagick             imagemagick
    picture cmd:pngquant                       pngquant                 pngquant                pngquant
    picture cmd:xsetroot                       x11-xserver-utils        xsetroot                xorg-xsetroot
    chroot  cmd:debootstrap                    debootstrap              debootstrap             debootstrap
    chroot  cmd:unshare                        util-linux               util-linux              util-linux
    test    lib:libasan.so                     gcc                      libasan                 gcc
    test    lib:libubsan.so                    gcc                      libubsan                gcc
'

# The lines for the uses that are asked for.
requirements_for() {
  local use
  for use in "$@"; do
    awk -v use="$use" '$1 == use' <<< "$requirements"
  done
}

is_debian() {
  [ -r /etc/debian_version ] && command -v apt-get > /dev/null && command -v dpkg-query > /dev/null &&
    (. /etc/os-release && [ "${ID-}" = debian ])
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo -- "$@"
  else
    die "these packages need root, and there is no sudo; as root run: apt-get install ${missing[*]}"
  fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    apt-get -q -y -o Dpkg::Options::=--force-confold -o DPkg::Lock::Timeout=300 "$@" < /dev/null
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]
}

# The demo starts its broker by itself, but the package would have one run for everybody, from now on and after each start of
# the machine: neither is left behind.
install_without_broker() (
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'as_root rm -f "$policy"' EXIT
    printf '#!/bin/sh\ncase $1 in mosquitto*) exit 101 ;; esac\n' | as_root tee "$policy" > /dev/null
    as_root chmod 755 "$policy"
  fi
  apt_get "$@" || return
  command -v systemctl > /dev/null || return 0
  as_root systemctl disable mosquitto.service > /dev/null 2>&1 || true
  [ ! -d /run/systemd/system ] || as_root systemctl stop mosquitto.service > /dev/null 2>&1 || true
)

install_packages() {
  case " ${missing[*]} " in
    *' mosquitto '*) install_without_broker "$@" ;;
    *) apt_get "$@" ;;
  esac
}

install_on_debian() {
  local missing=() packages
  for packages in $(requirements_for "$@" | awk '!seen[$3]++ { print $3 }'); do
    is_installed "${packages%|*}" || is_installed "${packages#*|}" || missing+=("${packages%|*}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  say "installs these Debian packages and what they depend on: ${missing[*]}"
  local install=(install --no-install-recommends "${missing[@]}")
  # The lists of packages may be absent or too old; they are fetched only then.
  if ! { apt-get -s "${install[@]}" > /dev/null 2>&1 && install_packages "${install[@]}"; }; then
    apt_get update || die 'the lists of packages could not be fetched'
    install_packages "${install[@]}" || die 'the packages could not be installed'
  fi
}

is_there() {
  case $1 in
    cmd:*) command -v "${1#cmd:}" > /dev/null ;;
    pc:*) pkg-config --exists "$(sed 's/^pc://; s/>=/ >= /' <<< "$1")" 2> /dev/null ;;
    lib:*) [[ $(cc -print-file-name="${1#lib:}" 2> /dev/null) == /* ]] ;;
    deb) true ;;
  esac
}

name_elsewhere() {
  local column=3 called='on Debian' lines=() packages=() use probe name
  if command -v apt-get > /dev/null; then
    called='here: apt-get install'
  elif command -v dnf > /dev/null; then
    column=4 called='here: dnf install'
  elif command -v pacman > /dev/null; then
    column=5 called='here: pacman -S'
  fi
  while read -r use probe name; do
    is_there "$probe" && continue
    lines+=("  ${probe#*:}")
    [[ " ${packages[*]-} " == *" $name "* ]] || packages+=("$name")
  done < <(requirements_for "$@" | awk -v column="$column" '{ print $1, $2, $column }')
  [ ${#lines[@]} -gt 0 ] || return 0

  say 'this is not Debian, so nothing is installed by itself. These are missing:'
  printf '%s\n' "${lines[@]}" >&2
  say "the packages are called $called ${packages[*]}"
  exit 1
}

# need USE...: afterwards what is needed for these uses is there.
need() {
  if is_debian; then
    install_on_debian "$@"
  else
    name_elsewhere "$@"
  fi
}

# configure FOLDER [OPTION...]: a build folder that is there keeps its own options.
configure() {
  local folder=$1
  shift
  if [ -e "$folder/build.ninja" ]; then
    [ $# -eq 0 ] || LC_ALL=C.UTF-8 meson configure "$folder" "$@"
  else
    LC_ALL=C.UTF-8 meson setup "$folder" "$@"
  fi
}

compile() {
  LC_ALL=C.UTF-8 ninja -C "$1"
}
